import './same-as.css';
import type { PublicSimilar } from '@suban/domain/api-similar.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/plain/button.tsx';
import { relative } from '../../ui/time.ts';
import { StateTag } from '../track/state-tag.tsx';
import { sameAsWords } from './same-as-words.ts';

type Offer = PublicSimilar['items'][number];
type Props = {
  offers: readonly Offer[];
  /** The number chosen; kept when the offers have moved on. */
  chosen: string | null;
  onChoose: (number: string | null) => void;
};

/** “和这件是同一件吗？跟进它”: a stop of its own on the way, where there is something alike. */
export function SameAs({ offers, chosen, onChoose }: Props) {
  const t = useText(sameAsWords);
  const lang = useLanguage();
  const isGone = chosen !== null && offers.every(({ number }) => number !== chosen);
  if (offers.length === 0 && !isGone) return null;
  return (
    <li className="stop" data-done={chosen !== null || undefined}>
      <h2>{t.title}</h2>
      <p className="field-hint">{t.lead}</p>
      <ul className="same-as" aria-live="polite">
        {offers.map((offer) => {
          const isChosen = offer.number === chosen;
          return (
            <li key={offer.number} data-chosen={isChosen || undefined}>
              <p className="same-as-title" lang="zh-Hans">
                {offer.title}
              </p>
              <p className="same-as-facts">
                <StateTag state={offer.state} />
                {offer.area && <span>{nameIn(lang, offer.area)}</span>}
                <span>{t.filed(relative(lang, offer.filedAt))}</span>
                {offer.followers > 0 && <span>{t.followers(offer.followers)}</span>}
              </p>
              <p className="same-as-choice">
                <Button
                  look={isChosen ? 'quiet' : 'plain'}
                  onClick={() => onChoose(isChosen ? null : offer.number)}
                >
                  {isChosen ? t.undo : offer.open ? t.follow : t.again}
                </Button>
                <span role="status">{isChosen && (offer.open ? t.chosen : t.chosenAgain)}</span>
              </p>
            </li>
          );
        })}
        {isGone && (
          <li data-chosen>
            <p className="same-as-choice">
              <Button look="quiet" onClick={() => onChoose(null)}>
                {t.undo}
              </Button>
              <span role="status">{t.chosenBefore}</span>
            </p>
          </li>
        )}
      </ul>
    </li>
  );
}
