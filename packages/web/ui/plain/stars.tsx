import { useId } from 'react';
import { Icon } from './icon.tsx';

type Props = {
  label: string;
  /** What 1, 2, 3, 4 and 5 stars mean, in words. */
  meanings: readonly string[];
  value: number | null;
  onChange: (stars: number) => void;
  error?: string | undefined;
};

/** One row of five stars as a radio group; nothing is chosen until somebody chooses. */
export function Stars({ label, meanings, value, onChange, error }: Props) {
  const name = useId();
  return (
    <fieldset className="stars" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      <div className="stars-row">
        {meanings.map((meaning, index) => {
          const stars = index + 1;
          return (
            <label key={meaning} data-lit={value !== null && stars <= value ? true : undefined}>
              <input
                type="radio"
                name={name}
                value={stars}
                checked={value === stars}
                onChange={() => onChange(stars)}
              />
              <Icon name="star" filled />
              <span className="only-heard">{meaning}</span>
            </label>
          );
        })}
        <span className="stars-said" aria-hidden="true">
          {value === null ? '' : meanings[value - 1]}
        </span>
      </div>
      {error && (
        <p className="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
