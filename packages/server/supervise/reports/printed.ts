import type { Report } from '@suban/domain/api-reports.ts';
import { measureWords } from '@suban/domain/indicators/measure-words.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import type { Indicator } from '@suban/domain/indicators/rates.ts';
import { indicatorWords } from '@suban/domain/indicators/words.ts';
import { headingOf } from './heading.ts';
import { numberIn, percentIn } from './numbers.ts';
import { contentWidth, inks, openPaper, type Paper, sheet } from './paper.ts';
import { drawTable } from './paper-table.ts';
import { type Language, reportWords } from './report-words.ts';
import { sheetsOf } from './tables.ts';

/** The report on paper, as PDF: what matters on the first sheet, then the tables. */
export function toPdf(report: Report, lang: Language): Promise<Buffer> {
  const t = reportWords[lang];
  const heading = headingOf(report, lang);
  const paper = openPaper(heading.title, lang);
  const full = { width: contentWidth };
  paper.doc.rect(0, 0, sheet.width, 7).fill(inks.brand);
  paper.y += paper.write(heading.title, sheet.margin, paper.y, { size: 22, face: 'bold' }, full);
  paper.y +=
    paper.write(
      `${heading.span}    ${heading.made}`,
      sheet.margin,
      paper.y + 2,
      { size: 10, ink: 'soft' },
      full,
    ) + 16;
  drawTiles(paper, report, lang);
  drawDays(paper, report, lang);
  for (const table of sheetsOf(report, lang)) if (table.onPaper !== 0) drawTable(paper, table, lang);
  return paper.finish((page, pages) => `${heading.title}    ${t.page(page, pages)}`);
}

const counts: readonly Measure[] = ['filed', 'answered', 'followed-up'];
const shares: readonly Indicator[] = ['on-time', 'solved', 'satisfied'];
const [tileHeight, tileGap] = [58, 8];

/** Six numbers with what they were before. */
function drawTiles(paper: Paper, report: Report, lang: Language): void {
  const t = reportWords[lang];
  const past = t.before[report.period.kind];
  const tiles = [
    ...counts.map((measure) => {
      const { now, before } = report.totals[measure];
      const was = before === null ? '—' : numberIn(lang, before, 'count');
      return { name: measureWords[lang][measure], value: numberIn(lang, now, 'count'), was };
    }),
    ...shares.map((name) => {
      const { now, before } = report.indicators[name];
      const say = (value: number | null | undefined) => (value == null ? '—' : percentIn(lang, value));
      return { name: indicatorWords[lang][name].name, value: say(now.value), was: say(before?.value) };
    }),
  ];
  const width = (contentWidth - (tiles.length - 1) * tileGap) / tiles.length;
  tiles.forEach(({ name, value, was }, index) => {
    const x = sheet.margin + index * (width + tileGap);
    paper.doc.roundedRect(x, paper.y, width, tileHeight, 5).fill(inks.brandSoft);
    const inner = { width: width - 14 };
    paper.write(name, x + 7, paper.y + 6, { size: 7.5, ink: 'soft' }, inner);
    paper.write(value, x + 7, paper.y + 18, { size: 16, face: 'bold', ink: 'brand' }, inner);
    paper.write(`${past} ${was}`, x + 7, paper.y + 43, { size: 6.8, ink: 'soft' }, inner);
  });
  paper.y += tileHeight + 18;
}

const plot = { height: 110, left: 30 } as const;

/** What was filed and answered day by day: bars and a line. */
function drawDays(paper: Paper, { days }: Report, lang: Language): void {
  const t = reportWords[lang];
  const { doc } = paper;
  // Even, so that the line in the middle is a whole number too.
  const top = 2 * Math.ceil(Math.max(1, ...days.flatMap(({ filed, answered }) => [filed, answered])) / 2);
  const width = contentWidth - plot.left;
  const step = width / days.length;
  const x = (index: number) => sheet.margin + plot.left + step * index;
  paper.y += paper.write(
    t.sheet.days,
    sheet.margin,
    paper.y,
    { size: 14, face: 'bold', ink: 'brand' },
    { width },
  );
  legend(paper, sheet.margin + contentWidth - 130, paper.y - 12, lang);
  const base = paper.y + 8 + plot.height;
  const y = (n: number) => base - (n / top) * plot.height;
  for (const n of [0, top / 2, top]) {
    doc.moveTo(x(0), y(n)).lineTo(x(days.length), y(n)).lineWidth(0.4).stroke(inks.line);
    paper.write(
      numberIn(lang, n, 'count'),
      sheet.margin,
      y(n) - 5,
      { size: 7, ink: 'soft' },
      {
        width: plot.left - 5,
        align: 'right',
      },
    );
  }
  days.forEach(({ day, filed }, index) => {
    doc.rect(x(index) + step * 0.2, y(filed), step * 0.6, base - y(filed)).fill(inks.brand);
    const date = days.length > 14 && index % 3 !== 0 ? '' : day.slice(5);
    const place = { width: step * 3, align: 'center' } as const;
    if (date !== '') paper.write(date, x(index) - step, base + 3, { size: 7, ink: 'soft' }, place);
  });
  days.forEach(({ answered }, index) => {
    const place = [x(index) + step / 2, y(answered)] as const;
    if (index === 0) doc.moveTo(...place);
    else doc.lineTo(...place);
  });
  doc.lineWidth(1.4).stroke(inks.warm);
  paper.y = base + 30;
}

function legend(paper: Paper, x: number, y: number, lang: Language): void {
  const { filed, answered } = reportWords[lang].column;
  paper.doc.rect(x, y, 8, 8).fill(inks.brand);
  paper.write(filed, x + 11, y - 1.5, { size: 8, ink: 'soft' }, { width: 50 });
  paper.doc
    .moveTo(x + 65, y + 4)
    .lineTo(x + 79, y + 4)
    .lineWidth(1.4)
    .stroke(inks.warm);
  paper.write(answered, x + 83, y - 1.5, { size: 8, ink: 'soft' }, { width: 50 });
}
