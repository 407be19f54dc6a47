import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Pdf from 'pdfkit';
import type { Language } from './report-words.ts';

/** The light colours of the design, for paper knows no style sheet. */
export const inks = {
  text: '#17212b',
  soft: '#52606d',
  brand: '#0b5cad',
  brandSoft: '#e6f0fa',
  line: '#d8dee6',
  warm: '#c2410c',
  red: '#b42318',
} as const;
export type Ink = keyof typeof inks;

/** A4 upright, in points. */
export const sheet = { width: 595.28, height: 841.89, margin: 40, foot: 30 } as const;
export const contentWidth = sheet.width - 2 * sheet.margin;

/** Noto Sans Hans, of which only the signs that are used go into the file. */
const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const faces = { plain: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;
type Face = keyof typeof faces;

export type Style = { readonly size: number; readonly face?: Face; readonly ink?: Ink };
type Placing = { readonly align?: 'left' | 'right' | 'center'; readonly width: number };

/** Sheets of paper that are written from the top down; `y` is where the next thing stands. */
export type Paper = {
  readonly doc: PDFKit.PDFDocument;
  y: number;
  /** Writes at a place and tells how high it was; moves nothing. */
  readonly write: (text: string, x: number, y: number, style: Style, placing: Placing) => number;
  readonly heightOf: (text: string, style: Style, width: number) => number;
  /** On one line, in points. */
  readonly widthOf: (text: string, style: Style) => number;
  /** A new sheet when less than so much is left. */
  readonly need: (height: number) => boolean;
  readonly finish: (foot: (page: number, pages: number) => string) => Promise<Buffer>;
};

/** How far a sheet may be filled. */
const bottom = sheet.height - sheet.margin - sheet.foot;

export function openPaper(title: string, lang: Language): Paper {
  const doc = new Pdf({
    size: [sheet.width, sheet.height],
    margin: sheet.margin,
    bufferPages: true,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: { Title: title },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const [face, file] of Object.entries(faces)) doc.registerFont(face, join(fonts, file));
  const use = ({ size, face = 'plain' }: Style) => doc.font(face).fontSize(size);
  const heightOf: Paper['heightOf'] = (text, style, width) => use(style).heightOfString(text, { width });
  const paper: Paper = {
    doc,
    y: sheet.margin,
    heightOf,
    widthOf: (text, style) => use(style).widthOfString(text),
    write(text, x, y, style, { width, align = 'left' }) {
      const height = heightOf(text, style, width);
      // Without room below a line pdfkit would turn the page by itself.
      use(style)
        .fillColor(inks[style.ink ?? 'text'])
        .text(text, x, y, { width, align, height: height + 1, lineBreak: true });
      return height;
    },
    need(height) {
      if (paper.y + height <= bottom) return false;
      doc.addPage();
      paper.y = sheet.margin;
      return true;
    },
    async finish(foot) {
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page);
        // The foot stands in the margin, where a page would otherwise be turned.
        doc.page.margins.bottom = 0;
        paper.write(
          foot(page + 1, count),
          sheet.margin,
          sheet.height - 34,
          { size: 8, ink: 'soft' },
          {
            width: contentWidth,
            align: 'center',
          },
        );
      }
      const ended = new Promise<void>((resolve, reject) => {
        doc.on('end', resolve);
        doc.on('error', reject);
      });
      doc.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
  return paper;
}
