import './rules.css';
import type { CityRules } from '@suban/domain/api-rules.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { get } from '../../ui/api.ts';
import { Field } from '../../ui/plain/field.tsx';
import { ErrorNote, Skeleton } from '../../ui/plain/notice.tsx';
import { date } from '../../ui/time.ts';
import { useTitle } from '../title.ts';
import { ExclusionList } from './exclusions.tsx';
import { words } from './words.ts';

/** The version and the rule that a case cites: `/rules?version=3#red-light`. */
const cited = (): string => new URLSearchParams(location.search).get('version') ?? '';

export function RulesPage() {
  const t = useText(words);
  const [version, setVersion] = useState(cited);
  const { data, error, refetch } = useQuery({
    queryKey: ['rules', version],
    queryFn: () => get<CityRules>(`/api/rules${version && `?version=${encodeURIComponent(version)}`}`),
  });
  useTitle(t.title);
  useEffect(() => {
    // The rule that was cited is on the page only now.
    if (data && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [data]);
  return (
    <div className="page rules">
      <h1>{t.title}</h1>
      <p>{t.what}</p>
      {data ? (
        <Rules rules={data} choose={setVersion} />
      ) : error ? (
        <ErrorNote error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </div>
  );
}

function Rules({ rules, choose }: { rules: CityRules; choose: (version: string) => void }) {
  const t = useText(words);
  const lang = useLanguage();
  const from = (at: string) => (Date.parse(at) <= 0 ? t.begins : date(lang, at));
  return (
    <>
      <Field label={t.version}>
        {(tie) => (
          <select {...tie} value={rules.version} onChange={({ target }) => choose(target.value)}>
            {rules.versions.toReversed().map(({ version, fromAt }) => (
              <option key={version} value={version}>
                {t.versionOf(version, from(fromAt))}
              </option>
            ))}
          </select>
        )}
      </Field>
      {rules.groups.map((group) => (
        <section key={group.id} className="card">
          <h2>{group[lang]}</h2>
          <dl>
            {group.lines.map((line) => (
              <div key={line.id} id={line.id}>
                <dt>{line[lang]}</dt>
                <dd>{lang === 'zh' ? line.valueZh : line.valueEn}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className="card">
        <h2>{t.automatic}</h2>
        <ul className="automatic">
          {rules.automatic.map((rule) => (
            <li key={rule.id} id={rule.id}>
              {rule[lang]}
            </li>
          ))}
        </ul>
      </section>
      <Particular rules={rules} />
      <Matters rules={rules} />
      <ExclusionList />
    </>
  );
}

function Particular({ rules: { table } }: { rules: CityRules }) {
  const t = useText(words);
  const lang = useLanguage();
  const { kind, urgency } = useText(terms);
  return (
    <section className="card" id="limit-table">
      <h2>{t.table}</h2>
      {table.length === 0 && <p>{t.noTable}</p>}
      <dl>
        {table.map((line) => {
          const parts = [
            line.matter && nameIn(lang, line.matter),
            line.urgency && urgency[line.urgency],
            line.kind && kind[line.kind],
            line.level && t.level[line.level],
          ].filter((part) => part !== null);
          return (
            <div key={parts.join()}>
              <dt>{parts.join(' · ') || t.any}</dt>
              <dd>{line.clock === 'elapsed' ? t.elapsed(line.amount) : t.days(line.amount)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Matters({ rules: { matters } }: { rules: CityRules }) {
  const t = useText(words);
  const lang = useLanguage();
  const { kind } = useText(terms);
  return (
    <details className="card">
      <summary>
        <h2>{t.matters}</h2>
      </summary>
      <dl>
        {matters.map((matter) => (
          <div key={matter.code}>
            <dt>{nameIn(lang, matter)}</dt>
            <dd>
              {[
                ...(matter.urgentHours === null ? [] : [t.urgent(matter.urgentHours)]),
                ...Object.entries(matter.days).map(
                  ([of, days]) => `${kind[of as keyof typeof kind]} ${t.days(days)}`,
                ),
                ...matter.evidence.map((each) => t.evidence[each]),
              ].join(lang === 'zh' ? '；' : '; ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
