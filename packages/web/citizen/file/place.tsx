import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import { type ReactNode, useState } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Field } from '../../ui/plain/field.tsx';
import { Icon } from '../../ui/plain/icon.tsx';
import { AreaPicker } from './area-picker.tsx';
import type { Draft } from './draft.ts';
import { words } from './words.ts';

type Place = Pick<Draft, 'address' | 'position'>;
type Props = { place: Place; area: Suggestion['area']; onChange: (place: Partial<Place>) => void };

/** How long to wait for the phone to find itself, in ms. */
const patience = 15_000;

function Position({
  position,
  onChange,
}: {
  position: Draft['position'];
  onChange: (place: Partial<Place>) => void;
}): ReactNode {
  const t = useText(words);
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle');
  if (!('geolocation' in navigator)) return null;
  const locate = () => {
    setState('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onChange({
          position: { lat: coords.latitude, long: coords.longitude, accuracy: Math.round(coords.accuracy) },
        });
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: patience },
    );
  };
  return (
    <div className="position">
      <p role="status" className={state === 'failed' ? 'field-error' : 'told'}>
        {position && t.position(position.accuracy)}
        {!position && state === 'failed' && t.noPosition}
      </p>
      {position ? (
        <Button look="quiet" onClick={() => onChange({ position: null })}>
          {t.dropPosition}
        </Button>
      ) : (
        <Button look="plain" busy={state === 'locating'} onClick={locate}>
          <Icon name="pin" />
          {state === 'locating' ? t.locating : t.usePosition}
        </Button>
      )}
    </div>
  );
}

export function PlaceFields({ place, area, onChange }: Props) {
  const t = useText(words);
  const lang = useLanguage();
  /** What the map or the lists filled in last: picking again replaces it and keeps what was typed behind. */
  const [picked, setPicked] = useState('');
  const fill = (name: string) => {
    const rest =
      picked && place.address.startsWith(picked) ? place.address.slice(picked.length) : place.address;
    onChange({ address: name + rest });
    setPicked(name);
  };
  return (
    <>
      <Field label={t.address} aside={t.optional} hint={t.addressHint}>
        {(tie) => (
          <input
            {...tie}
            maxLength={200}
            autoComplete="street-address"
            value={place.address}
            onChange={({ target }) => onChange({ address: target.value })}
          />
        )}
      </Field>
      {area && place.address === '' && (
        <button type="button" className="suggested" onClick={() => fill(area.name)}>
          <Icon name="pin" />
          {t.areaSeen(nameIn(lang, area))}
        </button>
      )}
      <Position position={place.position} onChange={onChange} />
      <AreaPicker onPick={fill} />
    </>
  );
}
