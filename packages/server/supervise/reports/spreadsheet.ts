import type { Report } from '@suban/domain/api-reports.ts';
import Excel from 'exceljs';
import { headingOf } from './heading.ts';
import { type Language, reportWords } from './report-words.ts';
import { type Cell, type Column, type Row, type Sheet, sheetsOf } from './tables.ts';

/** Excel's own formats; a number stays a number, whatever it looks like. */
const formats = {
  count: '#,##0',
  tenths: '#,##0.0',
  change: '+#,##0;-#,##0;0',
  changeTenths: '+#,##0.0;-#,##0.0;0',
  share: '0.0%',
} as const;
/** How many columns a rate takes: value, interval from and to, numerator, denominator. */
const rateColumns = 5;
const firstHeader = 3;
/** In Excel's characters: text wraps beyond it. */
const widest = 40;

/** The report as an Office Open XML spreadsheet, a sheet a table. */
export async function toSpreadsheet(report: Report, lang: Language): Promise<Buffer> {
  const book = new Excel.Workbook();
  book.creator = reportWords[lang].product;
  book.created = new Date(report.madeAt);
  book.title = headingOf(report, lang).title;
  for (const sheet of sheetsOf(report, lang)) addSheet(book, sheet, report, lang);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Head = { readonly top: string; readonly sub: string | null; readonly width: number };

/** Parts of a table become a column: rows can then be sorted and filtered. */
function headsOf({ columns, parts }: Sheet, lang: Language): Head[] {
  const t = reportWords[lang].column;
  const parted = parts.some(({ heading }) => heading !== null);
  return [
    ...(parted ? [{ top: t.band, sub: null, width: 26 }] : []),
    ...columns.flatMap(({ title, kind, width }): Head[] => {
      if (kind !== 'rate')
        return [{ top: title, sub: null, width: kind === 'text' ? Math.min(widest, width * 1.6) : 13 }];
      return [t.value, t.low, t.high, t.numerator, t.denominator].map((sub) => ({
        top: title,
        sub,
        width: 10,
      }));
    }),
  ];
}

function addSheet(book: Excel.Workbook, sheet: Sheet, report: Report, lang: Language): void {
  const heads = headsOf(sheet, lang);
  const twice = heads.some(({ sub }) => sub !== null);
  const lastHeader = twice ? firstHeader + 1 : firstHeader;
  const page = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: lastHeader }],
    pageSetup: {
      paperSize: 9,
      orientation: heads.length > 8 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${firstHeader}:${lastHeader}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  });
  page.columns = heads.map(({ width }) => ({ width }));
  const { title, span } = headingOf(report, lang);
  page.getCell(1, 1).value = `${title}  ${span}`;
  page.getCell(1, 1).font = { bold: true, size: 14 };
  page.getCell(2, 1).value = sheet.note;
  page.getCell(2, 1).font = { color: { argb: 'FF52606D' } };
  addHeads(page, heads, lastHeader);
  const parted = sheet.parts.some(({ heading }) => heading !== null);
  for (const { heading, rows } of sheet.parts)
    for (const row of rows) addRow(page, sheet.columns, row, parted ? [heading ?? ''] : []);
  const last = Math.max(lastHeader, page.rowCount);
  if (last === lastHeader) page.getCell(lastHeader + 1, 1).value = reportWords[lang].none;
  else page.autoFilter = { from: { row: lastHeader, column: 1 }, to: { row: last, column: heads.length } };
  page.pageSetup.printArea = `A1:${page.getColumn(heads.length).letter}${Math.max(last, lastHeader + 1)}`;
}

const fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6F0FA' } } as const;

function addHeads(page: Excel.Worksheet, heads: readonly Head[], lastHeader: number): void {
  heads.forEach(({ top, sub }, index) => {
    const begins = sub === null || heads[index - 1]?.top !== top;
    if (begins) {
      page.getCell(firstHeader, index + 1).value = top;
      if (lastHeader > firstHeader)
        page.mergeCells(
          firstHeader,
          index + 1,
          sub === null ? lastHeader : firstHeader,
          sub === null ? index + 1 : index + rateColumns,
        );
    }
    if (sub !== null) page.getCell(lastHeader, index + 1).value = sub;
    for (const row of [firstHeader, lastHeader]) {
      const cell = page.getCell(row, index + 1);
      cell.font = { bold: true };
      cell.fill = fill;
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    }
  });
}

function addRow(
  page: Excel.Worksheet,
  columns: readonly Column[],
  { cells }: Row,
  first: readonly string[],
): void {
  const flat = cells.flatMap((cell, index) => spread(cell, columns[index]?.kind ?? 'text'));
  const row = page.addRow([...first, ...flat.map(({ value }) => value)]);
  flat.forEach(({ format }, index) => {
    const cell = row.getCell(first.length + index + 1);
    if (format === null) cell.alignment = { wrapText: true, vertical: 'top' };
    else {
      cell.numFmt = format;
      cell.alignment = { vertical: 'top' };
    }
  });
  row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
}

type Value = { readonly value: string | number | null; readonly format: string | null };

/** A cell as the spreadsheet's own: a rate in its five columns, empty where there was nothing to divide by. */
function spread(cell: Cell, kind: Column['kind']): Value[] {
  if (kind === 'rate') {
    const rate = typeof cell === 'object' ? cell : null;
    const share = (value: number | null | undefined) => ({ value: value ?? null, format: formats.share });
    const count = (value: number | undefined) => ({ value: value ?? null, format: formats.count });
    return [
      share(rate?.value),
      share(rate?.low),
      share(rate?.high),
      count(rate?.numerator),
      count(rate?.denominator),
    ];
  }
  if (typeof cell === 'string') return [{ value: cell, format: null }];
  const value = typeof cell === 'number' ? cell : null;
  const whole = value === null || Number.isInteger(value);
  if (kind === 'change') return [{ value, format: whole ? formats.change : formats.changeTenths }];
  const tenths = kind === 'hours' || !whole;
  return [{ value, format: tenths ? formats.tenths : formats.count }];
}
