import type { Suggestion } from '@suban/domain/api.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { post } from '../../ui/api.ts';

/** Shorter texts say nothing yet, in characters. */
const enough = 6;
/** A pause this long in typing, in ms, is worth a question to the server. */
const pause = 600;

/** What the server reads from the text once the typing pauses. It is a help only: when it fails, nothing is said. */
export function useSuggestion(text: string): Suggestion | null {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = settled.trim();
  const { data } = useQuery({
    queryKey: ['suggest', asked],
    queryFn: () => post<Suggestion>('/api/suggest', { text: asked }),
    enabled: [...asked].length >= enough,
    placeholderData: keepPreviousData,
  });
  return [...text.trim()].length >= enough ? (data ?? null) : null;
}
