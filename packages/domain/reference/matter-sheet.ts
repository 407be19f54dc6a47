import { kinds } from '../appeal.ts';
import type { Evidence } from '../matter-rule.ts';
import { keyShapes, type MatterEntry, matterEntry } from './entries.ts';

/** The columns of the duty catalogue as a table; a file's first row has these words or their Chinese, in any order. */
export const sheetColumns = [
  ['code', '代码'],
  ['parent', '上级代码'],
  ['name', '名称'],
  ['nameEn', '英文名称'],
  ['keywords', '关键词'],
  ['responsibleFunction', '责任职能'],
  ['responsibleLevel', '责任层级'],
  ['backstopFunction', '兜底职能'],
  ['backstopLevel', '兜底层级'],
  ['consultation', '咨询时限'],
  ['help', '求助时限'],
  ['complaint', '投诉时限'],
  ['tip-off', '举报时限'],
  ['suggestion', '建议时限'],
  ['praise', '表扬时限'],
  ['urgentHours', '紧急小时'],
  ['mayPushDown', '可下派'],
  ['evidence', '结案标准'],
  ['active', '启用'],
] as const;
export type SheetColumn = (typeof sheetColumns)[number][0];
const required: readonly SheetColumn[] = ['code', 'name'];

/** A row of the file with where it stands in it, from 1. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };
export type SheetFault = {
  readonly row: number;
  readonly column: SheetColumn | null;
  readonly code:
    | 'column-missing'
    | 'code-invalid'
    | 'code-twice'
    | 'parent-unknown'
    | 'too-deep'
    | 'name-missing'
    | 'value-invalid'
    | 'number-invalid'
    | 'yes-or-no'
    | 'level-invalid';
};
type Levels = ReadonlyMap<string, Pick<MatterEntry, 'level'>>;
type Read = { readonly key: string; readonly row: number; readonly entry: MatterEntry };

/**
 * The entries of a catalogue in a file. What a row leaves empty of an entry that is there already, in a column the file
 * does not have, stays as it is.
 * @param known the catalogue as it is
 */
export function readSheet(
  rows: readonly SheetRow[],
  known: ReadonlyMap<string, MatterEntry>,
): { readonly entries: readonly Read[]; readonly faults: readonly SheetFault[] } {
  const [head, ...body] = rows;
  const columns = columnsOf(head?.cells ?? []);
  const missing = required.filter((column) => !columns.has(column));
  if (!head || missing.length > 0)
    return {
      entries: [],
      faults: missing.map((column) => ({ row: head?.row ?? 1, column, code: 'column-missing' as const })),
    };
  const faults: SheetFault[] = [];
  const entries: Read[] = [];
  const levels = new Map<string, Pick<MatterEntry, 'level'>>(known);
  for (const row of parentsFirst(body, columns)) {
    const read = readRow(row, columns, { known, levels, seen: new Set(entries.map(({ key }) => key)) });
    if ('faults' in read) faults.push(...read.faults);
    else {
      entries.push(read);
      levels.set(read.key, read.entry);
    }
  }
  return { entries, faults: faults.sort((a, b) => a.row - b.row) };
}

function columnsOf(head: readonly string[]): Map<SheetColumn, number> {
  const found = new Map<SheetColumn, number>();
  head.forEach((cell, index) => {
    const word = cell.trim().toLowerCase();
    const column = sheetColumns.find(([en, zh]) => en.toLowerCase() === word || zh === word);
    if (column) found.set(column[0], index);
  });
  return found;
}

/** A heading may stand below its matters in the file. */
function parentsFirst(rows: readonly SheetRow[], columns: ReadonlyMap<SheetColumn, number>): SheetRow[] {
  const codeOf = ({ cells }: SheetRow) => (cells[columns.get('code') ?? 0] ?? '').trim();
  const parentOf = ({ cells }: SheetRow) => (cells[columns.get('parent') ?? -1] ?? '').trim();
  const byCode = new Map(rows.map((row) => [codeOf(row), row]));
  const depth = (row: SheetRow, most = 3): number => {
    const parent = byCode.get(parentOf(row));
    return parent && parent !== row && most > 0 ? 1 + depth(parent, most - 1) : 0;
  };
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => ({ row, at: depth(row) }))
    .sort((a, b) => a.at - b.at || a.row.row - b.row.row)
    .map(({ row }) => row);
}

type Sofar = {
  readonly known: ReadonlyMap<string, MatterEntry>;
  readonly levels: Levels;
  readonly seen: ReadonlySet<string>;
};

function readRow(
  { row, cells }: SheetRow,
  columns: ReadonlyMap<SheetColumn, number>,
  { known, levels, seen }: Sofar,
): Read | { readonly faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const fail = (column: SheetColumn | null, code: SheetFault['code']) =>
    void faults.push({ row, column, code });
  const text = (column: SheetColumn): string | null => {
    const at = columns.get(column);
    return at === undefined ? null : (cells[at] ?? '').trim();
  };
  const key = text('code') ?? '';
  const before = known.get(key);
  if (!keyShapes.matter.safeParse(key).success) fail('code', 'code-invalid');
  else if (seen.has(key)) fail('code', 'code-twice');
  if (text('name') === '') fail('name', 'name-missing');
  const parent = columns.has('parent') ? text('parent') || null : (before?.parent ?? null);
  const above = parent === null ? null : levels.get(parent);
  if (above === undefined) fail('parent', 'parent-unknown');
  if ((above?.level ?? 0) >= 3) fail('parent', 'too-deep');
  const read = valuesOf(text, before, fail);
  if (faults.length > 0) return { faults };
  const entry = matterEntry.safeParse({ ...read, parent, level: (above?.level ?? 0) + 1 });
  if (entry.success) return { key, row, entry: entry.data };
  return {
    faults: entry.error.issues.map(({ path }) => ({ row, column: columnOf(path), code: 'value-invalid' })),
  };
}

const columnOf = ([field, part]: readonly PropertyKey[]): SheetColumn | null => {
  const name = field === 'finishDays' ? part : field;
  return sheetColumns.find(([en]) => en === name)?.[0] ?? null;
};

const yes = ['是', 'yes', 'y', 'true', '1'];
const no = ['否', 'no', 'n', 'false', '0'];
const levelWords: Readonly<Record<string, string>> = {
  市: 'city',
  区: 'district',
  街道: 'subdistrict',
  社区: 'community',
  网格: 'grid',
};
const evidenceWords: Readonly<Record<string, Evidence>> = {
  已联系: 'contact',
  办理前照片: 'photo-before',
  办理后照片: 'photo-after',
  现场: 'site',
  法律依据: 'legal-basis',
};

type Text = (column: SheetColumn) => string | null;
type Fail = (column: SheetColumn, code: SheetFault['code']) => void;

/** Everything but the place in the tree. A column the file lacks leaves what there is. */
function valuesOf(text: Text, before: MatterEntry | undefined, fail: Fail) {
  const list = (column: SheetColumn) =>
    text(column)
      ?.split(/[、,，;；\s]+/)
      .filter((each) => each !== '');
  const flag = (column: SheetColumn, otherwise: boolean): boolean => {
    const word = text(column)?.toLowerCase() ?? '';
    if (word === '') return otherwise;
    if (!yes.includes(word) && !no.includes(word)) fail(column, 'yes-or-no');
    return yes.includes(word);
  };
  const number = (column: SheetColumn): number | null | undefined => {
    const word = text(column);
    if (word === null) return undefined;
    if (word === '') return null;
    if (!/^\d{1,4}$/.test(word)) fail(column, 'number-invalid');
    return Number(word);
  };
  const urgent = number('urgentHours');
  return {
    name: text('name') ?? before?.name ?? '',
    nameEn: text('nameEn') || before?.nameEn || text('name') || '',
    keywords: list('keywords') ?? before?.keywords ?? [],
    responsible: dutyIn(text, 'responsible', before?.responsible ?? null, fail),
    backstop: dutyIn(text, 'backstop', before?.backstop ?? null, fail),
    finishDays: Object.fromEntries(
      kinds.flatMap((kind) => {
        const days = number(kind);
        const kept = days === undefined ? before?.finishDays[kind] : (days ?? undefined);
        return kept === undefined ? [] : [[kind, kept]];
      }),
    ),
    urgentHours: urgent === undefined ? (before?.urgentHours ?? null) : urgent,
    mayPushDown: flag('mayPushDown', before?.mayPushDown ?? false),
    evidence: list('evidence')?.map((word) => evidenceWords[word] ?? word) ?? before?.evidence ?? [],
    active: flag('active', before?.active ?? true),
  };
}

function dutyIn(
  text: Text,
  who: 'responsible' | 'backstop',
  before: MatterEntry['responsible'],
  fail: Fail,
): MatterEntry['responsible'] {
  const [work, word] = [text(`${who}Function`), text(`${who}Level`)];
  if (work === null && word === null) return before;
  if ((work ?? '') === '' && (word ?? '') === '') return null;
  const level = levelWords[word ?? ''] ?? word ?? '';
  if (!Object.values(levelWords).includes(level)) fail(`${who}Level`, 'level-invalid');
  return { function: work ?? '', level: level as NonNullable<MatterEntry['responsible']>['level'] };
}

/** An entry as a row of the table, in the order of the columns. */
export function sheetCells(key: string, entry: MatterEntry): string[] {
  const { responsible, backstop, finishDays, urgentHours } = entry;
  const values: Readonly<Record<SheetColumn, string | number | null | undefined>> = {
    code: key,
    parent: entry.parent,
    name: entry.name,
    nameEn: entry.nameEn,
    keywords: entry.keywords.join('、'),
    responsibleFunction: responsible?.function,
    responsibleLevel: responsible?.level,
    backstopFunction: backstop?.function,
    backstopLevel: backstop?.level,
    consultation: finishDays.consultation,
    help: finishDays.help,
    complaint: finishDays.complaint,
    'tip-off': finishDays['tip-off'],
    suggestion: finishDays.suggestion,
    praise: finishDays.praise,
    urgentHours,
    mayPushDown: entry.mayPushDown ? '是' : '否',
    evidence: entry.evidence.join('、'),
    active: entry.active ? '是' : '否',
  };
  return sheetColumns.map(([column]) => String(values[column] ?? ''));
}
