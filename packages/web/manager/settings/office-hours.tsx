import { Button } from 'antd';
import { useText } from '../../i18n/language.ts';
import { useDraft } from './draft.ts';
import { settingsWords } from './words.ts';

const twoDigits = (n: number): string => String(n).padStart(2, '0');
/** Minutes after midnight as a browser's time field has them. */
const toField = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
function fromField(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

const mostSessions = 4;
const hour = 60;
const lastMinute = 24 * hour - 1;

/** When offices are open on a working day, session by session. */
export function OfficeHours({ label }: { readonly label: string }) {
  const t = useText(settingsWords);
  const { draft } = useDraft();
  const sessions = draft.settings.officeHours;
  const replace = (index: number, part: object) =>
    draft.setHours(sessions.map((each, i) => (i === index ? { ...each, ...part } : each)));
  const end = sessions.at(-1)?.to ?? 0;
  return (
    <fieldset className="set-hours">
      <legend className="staff-hidden">{label}</legend>
      {sessions.map(({ from, to }, index) => (
        <div key={`${index}-of-${sessions.length}`} className="set-session">
          <TimeField
            name={`${t.session(index + 1)} ${t.from}`}
            value={from}
            onChange={(next) => replace(index, { from: next })}
          />
          <span aria-hidden>–</span>
          <TimeField
            name={`${t.session(index + 1)} ${t.to}`}
            value={to}
            onChange={(next) => replace(index, { to: next })}
          />
          {sessions.length > 1 && (
            <Button
              type="text"
              size="small"
              aria-label={t.removeHours(index + 1)}
              onClick={() => draft.setHours(sessions.filter((_, i) => i !== index))}
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      {sessions.length < mostSessions && end < lastMinute && (
        <Button
          size="small"
          onClick={() => draft.setHours([...sessions, { from: end, to: Math.min(end + hour, lastMinute) }])}
        >
          {t.addHours}
        </Button>
      )}
    </fieldset>
  );
}

type TimeProps = {
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function TimeField({ name, value, onChange }: TimeProps) {
  return (
    <input
      type="time"
      aria-label={name}
      required
      // A browser's field ends a minute before midnight.
      value={toField(Math.min(value, lastMinute))}
      onChange={(event) => {
        // Half a time is not a time yet.
        if (event.target.value !== '') onChange(fromField(event.target.value));
      }}
    />
  );
}
