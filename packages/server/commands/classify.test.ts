import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../bin/suban.mjs', import.meta.url));

function run(input: string, ...options: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'classify', ...options], {
    input,
    encoding: 'utf8',
  });
  const out = stdout
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
  return { out, stderr, status };
}

test('each line comes back with its topic, in order, and keeps what it carried', () => {
  const { out, status, stderr } = run(
    '{"id":7,"title":"工地欠薪","body":"包工头拖欠我们的工资"}\n\n{"body":"化工厂向河里偷排废水"}\n{"title":"小学乱收补课费"}\n',
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(out).toMatchObject([
    { id: 7, title: '工地欠薪', label: '劳动和社会保障' },
    { label: '环境保护' },
    { label: '教育文体' },
  ]);
  expect(Object.keys(out[0] ?? {})).toEqual(expect.arrayContaining(['confidence', 'alternatives', 'reason']));
});

test('a line that cannot be read is told by number and code, and the rest is done', () => {
  const { out, stderr, status } = run('{"title":\n{"title":5,"body":"x"}\n[]\n{"body":"医院住院收费太贵"}\n');
  expect(status).toBe(1);
  expect(out).toMatchObject([{ label: '卫生计生' }]);
  expect(stderr).toContain('line 1: bad-json');
  expect(stderr).toContain('line 2: bad-line: title');
  expect(stderr).toContain('line 3: bad-line');
});

test('below the wanted confidence no label is named', () => {
  const { out } = run('{"title":"你好","body":""}\n', '--abstain', '0.99');
  expect(out).toMatchObject([{ label: null }]);
  expect(run('', '--abstain', '2').status).not.toBe(0);
});

test('the unit is named where matter and place are known', () => {
  const { out } = run('{"title":"福田区公司拖欠工资","body":"老板欠薪，三个月没工资"}\n{"body":"你好"}\n');
  expect(out[0]).toHaveProperty('unit', expect.stringContaining('福田'));
  expect(out[1]).not.toHaveProperty('unit');
});
