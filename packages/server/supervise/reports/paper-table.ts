import { type Language, reportWords } from './report-words.ts';
import { numberIn, percentIn } from './numbers.ts';
import { contentWidth, inks, type Paper, sheet, type Style } from './paper.ts';
import type { Cell, Column, Row, Sheet } from './tables.ts';

const head: Style = { size: 8, face: 'bold', ink: 'soft' };
const body: Style = { size: 8.5 };
const small: Style = { size: 6.8, ink: 'soft' };
const strong: Style = { size: 8.5, face: 'bold' };
/** Room around a cell's words, and of a rate with its bar and interval, in points. */
const [padding, rateHeight] = [3.5, 33];

/** A table under its title; its head stands again on every sheet it goes on to. */
export function drawTable(paper: Paper, table: Sheet, lang: Language): void {
  const t = reportWords[lang];
  const rows = table.parts.reduce((n, part) => n + part.rows.length, 0);
  paper.need(130);
  paper.doc.outline.addItem(table.name);
  paper.y += paper.write(table.name, sheet.margin, paper.y, { size: 14, face: 'bold', ink: 'brand' }, full);
  if (table.note !== '')
    paper.y += paper.write(table.note, sheet.margin, paper.y + 2, { size: 8, ink: 'soft' }, full) + 2;
  paper.y += 6;
  const columns = placed(paper, table.columns);
  drawHead(paper, columns);
  if (rows === 0) paper.y += paper.write(t.none, sheet.margin + padding, paper.y + padding, body, full) + 8;
  for (const { heading, rows: all } of table.parts) {
    const list = all.slice(0, table.onPaper ?? all.length);
    list.forEach((row, index) => {
      const titled = index === 0 && heading !== null;
      const height = heightOf(paper, columns, row);
      if (paper.need(height + (titled ? 20 : 0))) drawHead(paper, columns);
      if (titled) drawHeading(paper, heading);
      drawRow(paper, columns, row, height, lang);
    });
    if (list.length < all.length)
      paper.y +=
        paper.write(
          t.rest(all.length - list.length),
          sheet.margin,
          paper.y + 3,
          { size: 8, ink: 'soft' },
          full,
        ) + 3;
  }
  paper.y += 22;
}

const full = { width: contentWidth };

type Placed = Column & { readonly x: number; readonly points: number };

/** As wide as wanted, but never narrower than a word of its head: what one column lacks the others give. */
function placed(paper: Paper, columns: readonly Column[]): Placed[] {
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const all = sum(columns.map(({ width }) => width));
  const least = columns.map(({ title }) => {
    const words = title.match(/[!-~]+/g) ?? [];
    return Math.max(0, ...words.map((word) => paper.widthOf(word, head))) + 2 * padding + 0.5;
  });
  const spare = columns.map(({ width }, index) => (width / all) * contentWidth - (least[index] ?? 0));
  const lacking = -sum(spare.filter((each) => each < 0));
  const given = sum(spare.filter((each) => each > 0));
  let x: number = sheet.margin;
  return columns.map((column, index) => {
    const more = Math.max(0, spare[index] ?? 0);
    const points = (least[index] ?? 0) + more - (lacking * more) / given;
    const here = { ...column, x, points };
    x += points;
    return here;
  });
}

const inner = ({ x, points }: Placed) => ({ x: x + padding, width: points - 2 * padding });
const alignOf = ({ kind }: Column) => (kind === 'text' || kind === 'rate' ? 'left' : 'right');

function drawHead(paper: Paper, columns: readonly Placed[]): void {
  const height = Math.max(
    ...columns.map((column) => paper.heightOf(column.title, head, inner(column).width)),
  );
  paper.doc.rect(sheet.margin, paper.y, contentWidth, height + 2 * padding).fill(inks.brandSoft);
  for (const column of columns) {
    const { x, width } = inner(column);
    paper.write(column.title, x, paper.y + padding, head, { width, align: alignOf(column) });
  }
  paper.y += height + 2 * padding;
}

function drawHeading(paper: Paper, heading: string): void {
  paper.y += paper.write(heading, sheet.margin + padding, paper.y + 5, { ...strong, ink: 'brand' }, full) + 7;
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : '');

function heightOf(paper: Paper, columns: readonly Placed[], { cells }: Row): number {
  return Math.max(
    ...columns.map((column, index) =>
      column.kind === 'rate'
        ? rateHeight
        : paper.heightOf(textOf(cells[index] ?? null) || '0', styleOf(column), inner(column).width) +
          2 * padding,
    ),
  );
}

/** An explanation stands small beside its number. */
const styleOf = ({ aside }: Column): Style => (aside ? small : body);

function drawRow(
  paper: Paper,
  columns: readonly Placed[],
  { cells }: Row,
  height: number,
  lang: Language,
): void {
  columns.forEach((column, index) => {
    const cell = cells[index] ?? null;
    const { x, width } = inner(column);
    if (column.kind === 'rate') return drawRate(paper, cell, x, width, lang);
    const text = typeof cell === 'number' ? numberIn(lang, cell, column.kind) : textOf(cell) || '—';
    paper.write(text, x, paper.y + padding, styleOf(column), { width, align: alignOf(column) });
  });
  paper.y += height;
  paper.doc
    .moveTo(sheet.margin, paper.y)
    .lineTo(sheet.margin + contentWidth, paper.y)
    .lineWidth(0.4)
    .stroke(inks.line);
}

/** The share, its parts, its interval in figures and as whiskers on a bar from 0 to 100 %. */
function drawRate(paper: Paper, cell: Cell, x: number, width: number, lang: Language): void {
  const y = paper.y + padding;
  const rate = cell !== null && typeof cell === 'object' ? cell : null;
  if (rate === null) {
    paper.write('—', x, y, body, { width });
    return;
  }
  const { value, low, high, numerator, denominator } = rate;
  const parts = `${numberIn(lang, numerator, 'count')} ÷ ${numberIn(lang, denominator, 'count')}`;
  if (value === null || low === null || high === null) {
    paper.write(`—  ${parts}`, x, y, small, { width });
    return;
  }
  paper.write(percentIn(lang, value), x, y, strong, { width: 42 });
  paper.write(parts, x + 38, y + 1.6, small, { width: width - 38, align: 'right' });
  paper.write(`${percentIn(lang, low)}–${percentIn(lang, high)}`, x, y + 19, small, { width });
  const bar = y + 12.5;
  paper.doc.rect(x, bar, width, 2.4).fill(inks.line);
  paper.doc.rect(x, bar, width * value, 2.4).fill(inks.brand);
  paper.doc
    .moveTo(x + width * low, bar + 5)
    .lineTo(x + width * high, bar + 5)
    .lineWidth(0.9)
    .stroke(inks.warm);
  for (const end of [low, high])
    paper.doc
      .moveTo(x + width * end, bar + 3.4)
      .lineTo(x + width * end, bar + 6.6)
      .stroke(inks.warm);
}
