import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useText } from '../../i18n/language.ts';
import { recordWords } from './words.ts';

/** What the operator reads out; Enter takes the next call. */
export function Filed({
  number,
  queryCode,
  onNext,
}: {
  number: string;
  queryCode: string;
  onNext: () => void;
}) {
  const text = useText(recordWords);
  return (
    <section className="desk-filed" aria-labelledby="filed-title">
      <h1 id="filed-title">{text.filed}</h1>
      <dl id="filed-read">
        <div>
          <dt>{text.number}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{text.queryCode}</dt>
          <dd>{queryCode}</dd>
        </div>
      </dl>
      <p className="staff-soft">{text.keep}</p>
      <div className="desk-submit">
        <Button
          type="primary"
          size="large"
          autoFocus
          aria-describedby="filed-title filed-read"
          onClick={onNext}
        >
          {text.next}
        </Button>
        <Link to="/cases/$number" params={{ number }}>
          {text.open}
        </Link>
      </div>
    </section>
  );
}
