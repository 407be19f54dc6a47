import type { Settings } from '../settings.ts';
import { automaticRules, type AutomaticRule } from './automatic.ts';
import { groupWords, ruleGroups } from './in-words.ts';

/** The rules that one version of the settings makes, as a page to read. */
export function rulesMarkdown(settings: Settings): string {
  const numbers = ruleGroups(settings).flatMap(({ id, lines }) => {
    const { zh, en } = groupWords[id];
    return [
      `## ${zh} ${en}`,
      '',
      '| 规则 | Rule | 数值 | Value |',
      '|---|---|---|---|',
      ...lines.map((line) => `| ${line.zh} | ${line.en} | ${line.valueZh} | ${line.valueEn} |`),
      '',
    ];
  });
  const steps = (Object.keys(automaticRules) as AutomaticRule[]).flatMap((id) => {
    const { zh, en } = automaticRules[id](settings);
    return [`- **${id}** — ${zh}  `, `  ${en}`];
  });
  return [...numbers, '## 系统自动决定 What the system decides by itself', '', ...steps, ''].join('\n');
}
