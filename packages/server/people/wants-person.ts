import type { Kind } from '@suban/domain/appeal.ts';
import { alertWordsOf } from '@suban/domain/govern/alert-words.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { sensitiveWord } from '@suban/text/events/sensitive.ts';

type Text = { readonly title: string; readonly body: string };

/** Danger to people, as callers put it: such words are for a person to read. */
const danger =
  /危险|着火|火灾|起火|爆炸|漏气|燃气泄漏|触电|漏电|坍塌|倒塌|坠落|受伤|流血|昏迷|救命|溺水|被困|中毒|砸[到伤中]/u;
/** Complaints about officials seldom name the unit in a field of its own: the words of it are enough. */
const officials =
  /不作为|乱作为|推诿|推脱|渎职|失职|贪污|受贿|腐败|包庇|官僚|公务员|领导干部|执法(?:人员|不公|粗暴)|工作人员态度|[局委办所](?:长|领导)|(?:街道办|居委会|派出所|城管局?|交警|信访局|管理局|监管局)(?:的人|工作人员)?(?:态度|不管|不理|敷衍|拖延|推)/u;
const accusing: readonly Kind[] = ['complaint', 'tip-off'];

/** Does the text ask for a person, whatever is set: danger, or officials complained of? */
export function wantsPerson(
  { title, body }: Text,
  kind: Kind,
  settings: Pick<Settings, 'alertWords'>,
): boolean {
  const text = `${title}\n${body}`;
  if (danger.test(text) || sensitiveWord({ title, body }, alertWordsOf(settings)) !== null) return true;
  return accusing.includes(kind) && officials.test(text);
}
