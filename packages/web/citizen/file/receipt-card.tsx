import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { product } from '../../i18n/product.ts';
import { Button } from '../../ui/plain/button.tsx';
import { Icon } from '../../ui/plain/icon.tsx';
import { receiptPicture } from './receipt.ts';
import type { Filed } from './sent-store.ts';
import { words } from './words.ts';

/** Hands the browser a file to save. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  [link.href, link.download] = [url, name];
  link.click();
  URL.revokeObjectURL(url);
}

function Keep({ filed }: { filed: Filed }) {
  const t = useText(words);
  const name = useText(product);
  const [told, setTold] = useState('');
  const site = `${location.origin}/track`;
  const copy = () => {
    navigator.clipboard.writeText(t.clipboard(filed.number, filed.queryCode, site)).then(
      () => setTold(t.copied),
      () => setTold(t.notCopied),
    );
  };
  const picture = async () => {
    const drawn = await receiptPicture(filed, {
      product: name,
      number: t.number,
      code: t.code,
      foot: t.pictureFoot(site),
    });
    if (drawn) save(drawn, `${filed.number}.png`);
  };
  return (
    <div className="keep">
      {'clipboard' in navigator && (
        <Button look="plain" onClick={copy}>
          <Icon name="copy" />
          {t.copy}
        </Button>
      )}
      <Button look="plain" onClick={() => void picture()}>
        <Icon name="picture" />
        {t.picture}
      </Button>
      <p role="status" className="told">
        {told}
      </p>
    </div>
  );
}

/** Number and query code, large, with the ways to keep them. */
export function ReceiptCard({ filed }: { filed: Filed }) {
  const t = useText(words);
  return (
    <div className="receipt">
      <dl>
        <dt>{t.number}</dt>
        <dd>{filed.number}</dd>
        <dt>{t.code}</dt>
        <dd className="receipt-code">{filed.queryCode}</dd>
      </dl>
      <p>{t.sentWhy}</p>
      <Keep filed={filed} />
    </div>
  );
}
