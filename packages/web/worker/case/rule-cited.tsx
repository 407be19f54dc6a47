import type { TimelineItem } from '@suban/domain/api.ts';
import type { CityRules } from '@suban/domain/api-rules.ts';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { caseWords } from './words.ts';

/** What the system did by itself cites the rule it followed, in the version the case is handled by. */
export function RuleCited({ item, version }: { item: TimelineItem; version: number }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const cited = item.data['rule'];
  const rules = useQuery({
    queryKey: ['rules', version],
    queryFn: () => get<CityRules>(`/api/rules?version=${version}`),
    staleTime: Infinity,
    enabled: typeof cited === 'string',
  });
  const rule = rules.data?.automatic.find(({ id }) => id === cited);
  if (!rule) return null;
  return (
    <details className="desk-rule">
      <summary>{text.rule(version)}</summary>
      <p>{rule[lang]}</p>
    </details>
  );
}
