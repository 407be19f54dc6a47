import './home.css';
import { Link, useGo } from '../navigation.tsx';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { product } from '../../i18n/product.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Icon, type IconName } from '../../ui/plain/icon.tsx';
import { Skeleton } from '../../ui/plain/notice.tsx';
import { readDraft, writeDraft } from '../file/draft.ts';
import { useLarge } from '../large.ts';
import { meQuery, useHotline } from '../queries.ts';
import { useTitle } from '../title.ts';
import { LookUpForm } from '../track/look-up-form.tsx';
import { OpenFigures } from './figures.tsx';
import { words } from './words.ts';

// Only who is signed in loads it.
const AppealList = lazy(async () => ({ default: (await import('../me/appeal-list.tsx')).AppealList }));

/** The one box. What is typed here is the draft's text already, so nothing is lost on the way to the filing page. */
function SayBox() {
  const t = useText(words);
  const go = useGo();
  const [text, setText] = useState(() => readDraft().text);
  return (
    <form
      className="say"
      onSubmit={(event) => {
        event.preventDefault();
        go({ to: '/file' });
      }}
    >
      <label htmlFor="say">{t.say}</label>
      <textarea
        id="say"
        rows={4}
        maxLength={4000}
        placeholder={t.sayHint}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          writeDraft({ ...readDraft(), text: target.value });
        }}
      />
      <Button submit>
        {t.next}
        <Icon name="arrow" />
      </Button>
    </form>
  );
}

function Steps() {
  const t = useText(words);
  return (
    <section aria-label={t.stepsTitle}>
      <ol className="steps">
        {t.steps.map((step, index) => (
          <li key={step}>
            <strong>{step}</strong>
            <span>{t.stepsMore[index]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mine() {
  const t = useText(words);
  const me = useQuery(meQuery).data;
  if (!me) return null;
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t.mine}</h2>
        <Link to="/me">{t.all}</Link>
      </div>
      <Suspense fallback={<Skeleton lines={3} />}>
        <AppealList most={3} />
      </Suspense>
    </section>
  );
}

function Elsewhere(props: {
  to: '/square' | '/directory' | '/channels';
  icon: IconName;
  name: string;
  more: string;
}) {
  return (
    <Link to={props.to} className="card card-link">
      <Icon name={props.icon} />
      <span>
        <strong>{props.name}</strong>
        <small>{props.more}</small>
      </span>
      <Icon name="arrow" />
    </Link>
  );
}

export function HomePage() {
  const t = useText(words);
  const hotline = useHotline();
  const large = useLarge();
  useTitle(useText(product));
  return (
    <div className="page home">
      <div className="home-say">
        <h1>{t.title}</h1>
        <p className="home-what">{t.what}</p>
        <SayBox />
        <p className="home-hotline">
          <a href={`tel:${hotline}`}>
            <Icon name="phone" />
            {t.hotline(hotline)}
          </a>
        </p>
        {!large && <Steps />}
      </div>
      <div className="home-side">
        <Mine />
        <section className="card">
          <h2>{t.lookUp}</h2>
          <LookUpForm />
        </section>
        {!large && (
          <>
            <Elsewhere to="/square" icon="search" name={t.square} more={t.squareMore} />
            <Elsewhere to="/directory" icon="phone" name={t.directory} more={t.directoryMore} />
            <Elsewhere to="/channels" icon="pin" name={t.channels} more={t.channelsMore} />
          </>
        )}
      </div>
      {!large && <OpenFigures />}
    </div>
  );
}
