import { type MatterEntry } from '@suban/domain/reference/entries.ts';
import { sheetCells, sheetColumns, type SheetRow } from '@suban/domain/reference/matter-sheet.ts';
import { parse } from 'csv-parse/sync';
import Excel from 'exceljs';
import { z } from 'zod';
import { Problem } from '../platform/problem.ts';

/** A catalogue of this many rows is no catalogue. */
const mostRows = 20_000;
const csvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** The rows of a CSV file (UTF-8) or a workbook's first sheet. @throws Problem `sheet-unreadable` */
export async function readRows(bytes: Buffer): Promise<SheetRow[]> {
  const zipped = bytes.subarray(0, 2).toString('latin1') === 'PK';
  try {
    const rows = zipped ? await readWorkbook(bytes) : readCsv(bytes);
    if (rows.length > 1 && rows.length <= mostRows) return rows;
  } catch {
    // Told below, whatever the reader of such files says.
  }
  throw new Problem('sheet-unreadable');
}

function readCsv(bytes: Buffer): SheetRow[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const read: unknown = parse(text, {
    info: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return csvRows.parse(read).map(({ record, info }) => ({ row: info.lines, cells: record }));
}

async function readWorkbook(bytes: Buffer): Promise<SheetRow[]> {
  const book = new Excel.Workbook();
  // Its types are of an older Node: a copy of the bytes is what they ask for.
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: SheetRow[] = [];
  book.worksheets[0]?.eachRow((row, number) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text);
    rows.push({ row: number, cells });
  });
  return rows;
}

type Kept = { readonly key: string; readonly entry: MatterEntry };

const header = (): string[] => sheetColumns.map(([column]) => column);
/** What a spreadsheet would reckon as a formula is text. */
const quoted = (cell: string): string => {
  const safe = /^[=+@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The catalogue as CSV, with the mark by which spreadsheets know UTF-8. */
export function toCsv(matters: readonly Kept[]): string {
  const rows = [header(), ...matters.map(({ key, entry }) => sheetCells(key, entry))];
  return `\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** The same as an Office Open XML workbook; every cell is text, so that codes keep their zeros. */
export async function toWorkbook(matters: readonly Kept[]): Promise<Buffer> {
  const book = new Excel.Workbook();
  const page = book.addWorksheet('职责清单', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  page.addRow(header());
  for (const { key, entry } of matters) page.addRow(sheetCells(key, entry));
  page.columns.forEach((column) => {
    column.numFmt = '@';
    column.width = 16;
  });
  page.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
