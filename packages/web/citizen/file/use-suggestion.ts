import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { post } from '../../ui/api.ts';
import type { Draft } from './draft.ts';
import { placeOf } from './request.ts';

/** Shorter texts say nothing yet, in characters. */
const enough = 6;
/** A pause this long in typing, in ms, is worth a question to the server. */
const pause = 600;

/** What the server reads from the text once the typing pauses. It is a help only: when it fails, nothing is said. */
export function useSuggestion({ text, address, position }: Draft): Suggestion | null {
  const now = JSON.stringify({ text: text.trim(), ...placeOf({ address, position }) });
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pause);
    return () => clearTimeout(timer);
  }, [now]);
  const wanted = [...text.trim()].length >= enough;
  const { data } = useQuery({
    queryKey: ['suggest', asked],
    queryFn: () => post<Suggestion>('/api/suggest', JSON.parse(asked)),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  return wanted ? (data ?? null) : null;
}
