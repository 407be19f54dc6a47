import { useText, useLanguage } from '../../i18n/language.ts';
import { Card } from '../kit/card.tsx';
import { AmountField } from './amount-field.tsx';
import { AutomaticDispatch } from './automatic.tsx';
import { automaticWords } from './automatic-words.ts';
import { useDraft } from './draft.ts';
import { LimitsTable } from './limits-table.tsx';
import { OfficeHours } from './office-hours.tsx';
import { PublishBar } from './publish-bar.tsx';
import { type Entry, groupsOf, labelIn } from './shape.ts';
import { TextField } from './text-field.tsx';
import { settingsWords } from './words.ts';
import { YesNoField } from './yes-no-field.tsx';

/** Every rule a city sets for itself, as a form made of the settings' own shape. */
export function RulesPage() {
  const t = useText(settingsWords);
  const automatic = useText(automaticWords);
  const { page } = useDraft();
  return (
    <>
      <div className="set-groups">
        {groupsOf(page.schema).map(({ group, entries }) => (
          <Card key={group} title={t.group[group]} hint={t.groupHint[group]}>
            <div className="set-fields">
              {entries.map((entry) => (
                <Field key={entry.key} entry={entry} />
              ))}
            </div>
          </Card>
        ))}
      </div>
      <div className="set-more">
        <Card title={automatic.title}>
          <p className="m-soft set-hint">{automatic.hint}</p>
          <AutomaticDispatch />
        </Card>
        <Card title={t.table}>
          <p className="m-soft set-hint">{t.tableHint}</p>
          <LimitsTable />
        </Card>
      </div>
      <PublishBar />
    </>
  );
}

const fieldFor: Readonly<Record<string, typeof AmountField>> = { string: TextField, boolean: YesNoField };

/** A number, a set of numbers or words under one heading, or the office hours. */
function Field({ entry: { key, shape } }: { readonly entry: Entry }) {
  const lang = useLanguage();
  if (shape.type === 'array') return <OfficeHours label={labelIn(lang, shape)} />;
  if (!shape.properties) return <AmountField path={[key]} shape={shape} />;
  return (
    <fieldset className="set-set">
      <legend>{labelIn(lang, shape)}</legend>
      {Object.entries(shape.properties).map(([inner, part]) => {
        const One = fieldFor[part.type ?? ''] ?? AmountField;
        return <One key={inner} path={[key, inner]} shape={part} />;
      })}
    </fieldset>
  );
}
