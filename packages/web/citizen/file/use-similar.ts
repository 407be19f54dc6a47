import type { PublicSimilar } from '@suban/domain/api-similar.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { post } from '../../ui/api.ts';
import type { Draft } from './draft.ts';

/** Shorter texts are like too many others, in characters. */
const enough = 10;
/** A pause this long in typing, in ms, is worth a question to the server. */
const pause = 800;

/** Cases that may be the same as what is being written. A help only: when it fails, nothing is said. */
export function useSimilar({ text, address, position, confidential }: Draft): PublicSimilar['items'] {
  const place = {
    ...(address.trim() ? { address: address.trim() } : {}),
    ...(position ? { lat: position.lat, long: position.long } : {}),
  };
  const now = JSON.stringify({ text: text.trim(), place });
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pause);
    return () => clearTimeout(timer);
  }, [now]);
  const wanted = [...text.trim()].length >= enough && !confidential;
  const { data } = useQuery({
    queryKey: ['similar', asked],
    queryFn: () => post<PublicSimilar>('/api/similar', JSON.parse(asked)),
    enabled: wanted && text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  return wanted ? (data?.items ?? []) : [];
}
