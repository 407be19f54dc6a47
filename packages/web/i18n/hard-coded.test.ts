import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const web = join(import.meta.dirname, '..');
/** Attributes that people read or hear. */
const spoken = new Set(['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title']);
/** Files that are nothing but words, in both languages side by side or one file each. */
const ofWords = /(words|terms|product|dimensions|timeline-(zh|en|told))\.ts$/;
/** Not words of the page: the draft of what an operator tells a citizen, who reads Chinese; a line of a calendar file. */
const notOfThePage = new Set(['worker/record/outcomes.ts', 'manager/settings/upload-year.tsx']);

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);

/** Does it stand in the Chinese half of a pair: `{ zh, en }`, a problem’s `{ message, messageEn }`, `dictionary(zh, en)` or `lang === 'zh' ? … : …`? */
const inChinese = (node: ts.Node): boolean =>
  ts.findAncestor(node, (half) => {
    const pair = half.parent;
    return (
      (ts.isPropertyAssignment(half) && ['zh', 'message'].includes(half.name.getText())) ||
      (pair &&
        ts.isCallExpression(pair) &&
        pair.expression.getText() === 'dictionary' &&
        pair.arguments[0] === half) ||
      (pair &&
        ts.isConditionalExpression(pair) &&
        pair.condition.getText() === "lang === 'zh'" &&
        pair.whenTrue === half)
    );
  }) !== undefined;

/** The names of keys on the keyboard are the same in every language. */
const isKey = (node: ts.Node): boolean =>
  ts.findAncestor(node, (up) => ts.isJsxElement(up) && up.openingElement.tagName.getText() === 'kbd') !==
  undefined;

function hardCoded(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text) && !isKey(node)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer) && /\p{L}/u.test(initializer.text)) found.push(initializer.text);
    } else if (isText(node) && /\p{Script=Han}/u.test(node.text) && !inChinese(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      file,
      source,
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return found;
}

test('no text is hard-coded: every word of a page stands in both languages', () => {
  const files = globSync('{citizen,worker,manager,ui,i18n}/**/*.{ts,tsx}', { cwd: web }).filter(
    (file) => !ofWords.test(file) && !notOfThePage.has(file) && !file.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    hardCoded(file, readFileSync(join(web, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('what is hard-coded is found', () => {
  const page =
    "const a = <p title='Hello' x='y'>你好 {t.ok} <kbd>Alt</kbd></p>; const b = { zh: '甲', en: 'A' }; const c = `第${1}件`;";
  expect(hardCoded('page.tsx', page)).toEqual(['Hello', '你好', '第', '件']);
});
