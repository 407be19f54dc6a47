import type { Filed } from './sent-store.ts';

type Words = { product: string; number: string; code: string; foot: string };

// The picture's size in pixels: a third of a phone's screen, sharp when enlarged.
const [width, height] = [1080, 720];

/** The number and the code as a picture (PNG) for the phone's album; null when the browser draws none. */
export function receiptPicture(filed: Filed, words: Words): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  const family = getComputedStyle(document.body).fontFamily;
  const write = (text: string, y: number, size: number, colour: string, weight = 400) => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = colour;
    pen.fillText(text, 80, y, width - 160);
  };
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#0b5cad';
  pen.fillRect(0, 0, width, 12);
  write(words.product, 110, 44, '#0b5cad', 700);
  write(words.number, 220, 34, '#52606d');
  write(filed.number, 300, 72, '#17212b', 700);
  write(words.code, 410, 34, '#52606d');
  write(filed.queryCode, 510, 96, '#17212b', 700);
  write(words.foot, 640, 34, '#52606d');
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
