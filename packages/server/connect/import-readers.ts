import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse';
import type { CellValue, Row, stream as xlsx } from 'exceljs';
import { type RawRow, requiredFields } from './import-row.ts';

/** A whole file that cannot be imported, in words for whoever gave it. */
export class ImportError extends Error {
  readonly code:
    | 'rejects-file'
    | 'file-unreadable'
    | 'format-unknown'
    | 'columns-missing'
    | 'quotes-open'
    | 'not-a-workbook';
  constructor(code: ImportError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A file being read: its rows, one by one, and how much of it has been, from 0 to 1. */
export type Reading = { readonly rows: AsyncIterable<RawRow>; readonly share: () => number };

/** A line longer than this is no row, and is not kept whole. In bytes. */
const longestLine = 1024 * 1024;

/** @throws ImportError also while the rows are read */
export async function openRows(file: string): Promise<Reading> {
  const kind = extname(file).toLowerCase();
  const read = { '.jsonl': jsonl, '.csv': csv, '.xlsx': workbook }[kind];
  if (!read)
    throw new ImportError('format-unknown', `${file}: only .jsonl, .csv and .xlsx files can be imported`);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new ImportError('file-unreadable', `${file}: no such file`);
  const head = await firstBytes(file);
  if (read === workbook && head !== zipMark)
    throw new ImportError('not-a-workbook', `${file}: not an .xlsx workbook`);
  const start = head.startsWith(byteOrderMark) ? byteOrderMark.length / 2 : 0;
  const bytes = createReadStream(file, { start });
  const share = () => (found.size === 0 ? 1 : (start + bytes.bytesRead) / found.size);
  return { rows: read(bytes, file), share };
}

const zipMark = '504b0304';
const byteOrderMark = 'efbbbf';

/** The first four, in hexadecimal. */
async function firstBytes(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

type Bytes = ReturnType<typeof createReadStream>;

const decoder = new TextDecoder('utf-8', { fatal: true });
function decode(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** What is left of a line that cannot be read, for the rejects file. */
const clipped = (bytes: Buffer) => bytes.subarray(0, 200).toString('utf8');

async function* jsonl(bytes: Bytes): AsyncGenerator<RawRow> {
  let line = 0;
  for await (const raw of lines(bytes)) {
    line += 1;
    if (raw.cut)
      yield {
        line,
        text: clipped(raw.bytes),
        code: 'line-too-long',
        reason: `a line has at most ${longestLine} bytes`,
      };
    else {
      const text = decode(raw.bytes);
      if (text === null)
        yield { line, text: clipped(raw.bytes), code: 'not-utf8', reason: 'the line is not UTF-8' };
      else if (text.trim() !== '') yield { line, text, ...json(text) };
    }
  }
}

function json(text: string): { fields: unknown } | { code: 'bad-json'; reason: string } {
  try {
    return { fields: JSON.parse(text) };
  } catch {
    return { code: 'bad-json', reason: 'the line is not valid JSON' };
  }
}

/**
 * Lines end at a line feed and nowhere else: JSON text may hold U+2028, which node:readline takes for an end. Of a line
 * that is too long only the beginning is kept.
 */
async function* lines(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; cut: boolean }> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer) => {
    if (length <= longestLine) parts.push(part);
    length += part.length;
  };
  const give = () => {
    const line = { bytes: Buffer.concat(parts), cut: length > longestLine };
    [parts, length] = [[], 0];
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, end));
      yield give();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield give();
}

/** The columns of a table by name. @throws ImportError when one that every row needs is not there */
function columnsOf(header: readonly string[], file: string): Map<string, number> {
  const columns = new Map(header.map((name, i) => [name.trim().toLowerCase(), i]));
  const missing = requiredFields.filter((name) => !columns.has(name));
  if (missing.length > 0)
    throw new ImportError('columns-missing', `${file}: the first row names no column ${missing.join(', ')}`);
  return columns;
}

const toFields = (columns: ReadonlyMap<string, number>, cells: readonly string[]) =>
  Object.fromEntries([...columns].map(([name, i]) => [name, cells[i] ?? '']));

type Csv = {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
};
type Broken = { readonly code: string; readonly raw: string; readonly lines: number };

/** Where a row begins that ends in line `end`; the blank lines before it come with it. */
const beginning = (raw: string, end: number) => end - (raw.trim().match(/\n/g)?.length ?? 0);

/** Quotation marks within a field are taken as they are; only one that opens a field and never ends it breaks a row. */
async function* csv(bytes: Bytes, file: string): AsyncGenerator<RawRow> {
  const broken: Broken[] = [];
  const parser = bytes.pipe(
    parse({
      // One character a byte, so that each row can be told to be UTF-8 or not.
      encoding: 'latin1',
      record_delimiter: ['\r\n', '\n'],
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: longestLine,
      on_skip: (error, raw) => {
        if (error) broken.push({ code: error.code, raw: raw ?? '', lines: Number(error['lines']) });
        return undefined;
      },
    }),
  );
  bytes.on('error', (error) => parser.destroy(error));
  let columns: Map<string, number> | null = null;
  for await (const { record, raw, info } of parser as AsyncIterable<Csv>) {
    const line = beginning(raw, info.lines);
    const cells = record.map((cell) => decode(Buffer.from(cell, 'latin1')));
    const text = Buffer.from(raw, 'latin1').toString('utf8').trim();
    const read = cells.filter((cell) => cell !== null);
    if (read.length < cells.length) yield { line, text, code: 'not-utf8', reason: 'the row is not UTF-8' };
    else if (columns === null) columns = columnsOf(read, file);
    else if (read.some((cell) => cell.trim() !== '')) yield { line, text, fields: toFields(columns, read) };
  }
  const [first] = broken;
  const line = first ? beginning(first.raw, first.lines) : 0;
  // Too long: the reader has lost its place, and what follows cannot be told apart any more.
  if (first?.code === 'CSV_MAX_RECORD_SIZE')
    throw new ImportError(
      'quotes-open',
      `${file}: the row at line ${line} does not end within ${longestLine} bytes; only what comes before it has been read`,
    );
  if (first)
    yield {
      line,
      text: clipped(Buffer.from(first.raw.trim(), 'latin1')),
      code: 'bad-csv',
      reason: 'a quotation mark opens here and does not close before the end of the file',
    };
  else if (columns === null) columnsOf([], file);
}

async function* workbook(bytes: Bytes, file: string): AsyncGenerator<RawRow> {
  // Large, and needed by nobody who serves.
  const { default: exceljs } = await import('exceljs');
  const reader = new exceljs.stream.xlsx.WorkbookReader(bytes, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
  });
  let columns: Map<string, number> | null = null;
  for await (const row of firstSheet(reader, file)) {
    const cells = cellsOf(row);
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (columns === null) columns = columnsOf(cells, file);
    else yield { line: row.number, text: JSON.stringify(cells), fields: toFields(columns, cells) };
  }
  if (columns === null) columnsOf([], file);
}

async function* firstSheet(reader: xlsx.xlsx.WorkbookReader, file: string): AsyncGenerator<Row> {
  try {
    for await (const sheet of reader) {
      yield* sheet;
      return;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('not-a-workbook', `${file}: the workbook is damaged`);
  }
}

/** A row's cells from the first column on, as text. */
function cellsOf(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cells[column - 1] = plain(cell.value);
  });
  return Array.from(cells, (cell) => cell ?? '');
}

/** A date in a cell has no zone: its parts are those of the wall clock. */
function plain(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace('Z', '');
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return plain(value.text);
  if ('result' in value) return plain(value.result ?? null);
  return '';
}
