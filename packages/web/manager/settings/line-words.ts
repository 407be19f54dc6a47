import type { MatterName } from '@suban/domain/api.ts';
import type { LimitRow } from '@suban/domain/settings.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { duration } from '../../ui/time.ts';
import { settingsWords } from './words.ts';

/** The words of the table of limits: what a line is about, and its limit. */
export function useLineWords(matters: ReadonlyMap<string, MatterName>) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const term = useText(terms);
  const matter = (code: string | undefined): string => {
    if (code === undefined) return t.any;
    const named = matters.get(code);
    return named ? nameIn(lang, named) : code;
  };
  return {
    matter,
    urgency: ({ urgency }: LimitRow) => (urgency === undefined ? t.any : term.urgency[urgency]),
    kind: ({ kind }: LimitRow) => (kind === undefined ? t.any : term.kind[kind]),
    level: ({ level }: LimitRow) => (level === undefined ? t.any : t.level[level]),
    limit: (clock: LimitRow['clock'], amount: number) =>
      clock === 'working' ? t.workingLimit(amount) : t.elapsedLimit(duration(lang, amount * 60_000)),
    /** Only what it names: `园林绿化 · 紧急`. */
    about(line: LimitRow): string {
      const parts = [
        line.matter === undefined ? null : matter(line.matter),
        line.urgency === undefined ? null : term.urgency[line.urgency],
        line.kind === undefined ? null : term.kind[line.kind],
        line.level === undefined ? null : t.level[line.level],
      ].filter((part) => part !== null);
      return parts.length === 0 ? t.any : parts.join(' · ');
    },
  };
}
