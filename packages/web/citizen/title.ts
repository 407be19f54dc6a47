import { useEffect } from 'react';
import { useText } from '../i18n/language.ts';
import { product } from '../i18n/product.ts';

/** Names the page in the browser's tab and for screen readers. */
export function useTitle(title: string): void {
  const name = useText(product);
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`;
  }, [title, name]);
}
