import './action.css';
import type { CaseView, TimelineItem } from '@suban/domain/api.ts';
import type { Doing } from '@suban/domain/api-desk.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { type ComponentType, useEffect, useId, useRef, useState } from 'react';
import { type Language, nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { timelineSentence } from '../../i18n/timeline.ts';
import { dateTime } from '../../ui/time.ts';
import { Others } from '../case/others.tsx';
import { forget } from '../queries.ts';
import type { ActionProps } from './action-form.tsx';
import { afterWords } from './after-words.ts';
import { ApplyForm, DecideApplicationForm, ResumeForm } from './application-forms.tsx';
import { CheckForm, EvaluateForm } from './call-back-forms.tsx';
import {
  AnswerAtOnceForm,
  ClassifyForm,
  DecideSendBackForm,
  DesignateForm,
  DispatchForm,
  ReferForm,
} from './centre-forms.tsx';
import type { DeskCommand } from './commands.ts';
import { writeDraft } from './draft.ts';
import { AskExclusionForm, DecideExclusionForm, RevokeExclusionForm } from './exclusion-forms.tsx';
import { RecuseForm, SupplementForm, UrgeForm } from './party-forms.tsx';
import { CloseFollowUpForm, IssueCircularForm, OpenFollowUpForm } from './supervise-forms.tsx';
import { InviteForm, MergeForm, ReportForm, ReportPromiseForm, SplitForm } from './together-forms.tsx';
import {
  Acknowledge,
  AnswerForm,
  ContactForm,
  ReviewForm,
  SendBackForm,
  SubAssignForm,
} from './unit-forms.tsx';
import type { Done } from '../../ui/staff/use-command.ts';
import { actionWords } from './words.ts';

/** Every command's form, in the order in which they are offered: what moves the case on comes first. */
const forms: Record<DeskCommand, ComponentType<ActionProps>> = {
  acknowledge: Acknowledge,
  dispatch: DispatchForm,
  'decide-send-back': DecideSendBackForm,
  'decide-application': DecideApplicationForm,
  designate: DesignateForm,
  review: ReviewForm,
  report: ReportForm,
  contact: ContactForm,
  answer: AnswerForm,
  'report-promise': ReportPromiseForm,
  'decide-exclusion': DecideExclusionForm,
  check: CheckForm,
  evaluate: EvaluateForm,
  'close-follow-up': CloseFollowUpForm,
  resume: ResumeForm,
  classify: ClassifyForm,
  merge: MergeForm,
  'answer-at-once': AnswerAtOnceForm,
  refer: ReferForm,
  split: SplitForm,
  'sub-assign': SubAssignForm,
  invite: InviteForm,
  apply: ApplyForm,
  'send-back': SendBackForm,
  supplement: SupplementForm,
  urge: UrgeForm,
  'open-follow-up': OpenFollowUpForm,
  'issue-circular': IssueCircularForm,
  'ask-exclusion': AskExclusionForm,
  'revoke-exclusion': RevokeExclusionForm,
  recuse: RecuseForm,
};
const inOrder = Object.keys(forms) as DeskCommand[];
/** These move no case on: they are looked for, not offered. */
const aside: readonly DeskCommand[] = ['issue-circular', 'recuse', 'ask-exclusion', 'revoke-exclusion'];

/** What this person may do on the case now: the server's abilities, each with its form. */
export function ActionPanel({ view }: { view: CaseView }) {
  const text = useText(actionWords);
  const panel = usePanel(view);
  const shown = inOrder.filter((command) => view.abilities.includes(command) || panel.typed.has(command));
  const next = nextOf(view, shown);
  const open = panel.open === undefined ? next : panel.open;
  return (
    <aside className="desk-actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{text.actions}</h2>
      <Others number={view.number} doing={doingOf(panel.typed)} />
      <div role="status">
        {panel.notice !== null && (
          <Alert
            type="warning"
            showIcon
            title={<span className="desk-changed">{panel.notice}</span>}
            action={
              <Button size="small" onClick={panel.dismiss}>
                {text.ok}
              </Button>
            }
          />
        )}
      </div>
      {shown.length === 0 && <p className="staff-soft">{text.none}</p>}
      {shown.map((command) => (
        <ActionSection
          key={`${command} ${panel.rounds[command] ?? 0}`}
          command={command}
          open={open === command}
          onToggle={() => panel.setOpen(open === command ? null : command)}
          onDiscard={() => panel.discard(command)}
          props={{ ...panel.handlers, view, stale: !view.abilities.includes(command) }}
        />
      ))}
    </aside>
  );
}

const doingOf = (typed: ReadonlySet<DeskCommand>): Doing =>
  typed.has('answer') ? 'answering' : typed.size > 0 ? 'typing' : 'viewing';

/** Until something is chosen, the step that moves the case on stands open: a contact made is made, and who was never heard from is asked to rate. */
function nextOf(view: CaseView, shown: readonly DeskCommand[]): DeskCommand | undefined {
  const contacted = view.clocks.some(({ name, done }) => name === 'contact' && done !== null);
  const passed = [
    ...aside,
    ...(contacted ? ['contact'] : []),
    ...(view.callBack === 'sample' ? [] : ['check']),
  ];
  return shown.find((command) => !passed.includes(command));
}

/** Which form is open, which have been typed in, and what others did to the case meanwhile. */
function usePanel(view: CaseView) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const after = useText(afterWords);
  const [open, setOpen] = useState<DeskCommand | null>();
  const [typed, setTyped] = useState<ReadonlySet<DeskCommand>>(new Set());
  // A form that is done with starts anew: its next round is another component.
  const [rounds, setRounds] = useState<Partial<Record<DeskCommand, number>>>({});
  const drop = (command: DeskCommand) => {
    setTyped((all) => new Set([...all].filter((other) => other !== command)));
    setRounds((all) => ({ ...all, [command]: (all[command] ?? 0) + 1 }));
    setOpen(undefined);
  };
  const changes = useOthersChange(view, typed.size > 0);
  const onDone = (command: DeskCommand, done: Done) => {
    changes.ours(done.version);
    drop(command);
    void message.success(after[command](done.state));
    void forget(client, view.number);
  };
  const discard = (command: DeskCommand) => {
    writeDraft(view.number, command, null);
    drop(command);
  };
  const handlers = {
    onDone,
    onRefused: () => void forget(client, view.number),
    onTyped: (command: DeskCommand) => {
      setOpen(command);
      setTyped((all) => (all.has(command) ? all : new Set([...all, command])));
    },
  };
  const notice = typed.size > 0 ? changes.notice : null;
  return { open, setOpen, typed, rounds, discard, handlers, notice, dismiss: changes.dismiss };
}

/** “已由林晓彤于 3月2日 09:30 更新，请核对：…” */
function told(lang: Language, text: (typeof actionWords)['zh'], item: TimelineItem): string {
  const who = item.byName ?? (item.unit ? nameIn(lang, item.unit) : text.by[item.by]);
  return text.changedBy(who, dateTime(lang, item.at), timelineSentence(lang, item, 'staff') ?? text.changed);
}

/** Tells a change that came from somebody else from the one made here. */
function useOthersChange(view: CaseView, typing: boolean) {
  const lang = useLanguage();
  const text = useText(actionWords);
  const seen = useRef(view.version);
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    if (view.version <= seen.current) return;
    const before = seen.current;
    seen.current = view.version;
    // Who has typed nothing has nothing to check: the page shows the case as it is.
    if (!typing) return;
    const since = view.timeline.filter((item) => item.seq > before);
    const said = since.length > 0 ? since.map((item) => told(lang, text, item)).join('\n') : text.changed;
    // What has not been taken note of stays, above what came after.
    setNotice((earlier) => (earlier === null ? said : `${earlier}\n${said}`));
  }, [view.version, view.timeline, typing, lang, text]);
  return {
    notice,
    dismiss: () => setNotice(null),
    ours: (version: number) => {
      seen.current = Math.max(seen.current, version);
      setNotice(null);
    },
  };
}

type SectionProps = {
  command: DeskCommand;
  open: boolean;
  onToggle: () => void;
  onDiscard: () => void;
  props: ActionProps;
};

/** One command under its name. A form once opened stays on the page, hidden, with what was typed. */
function ActionSection({ command, open, onToggle, onDiscard, props }: SectionProps) {
  const text = useText(actionWords);
  const term = useText(terms);
  const id = useId();
  const [mounted, setMounted] = useState(open);
  useEffect(() => {
    if (open) setMounted(true);
  }, [open]);
  const Fields = forms[command];
  if (command === 'acknowledge')
    return (
      <section className="desk-action is-open">
        <Acknowledge {...props} />
      </section>
    );
  return (
    <section className={`desk-action${open ? ' is-open' : ''}`}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          {term.command[command]}
        </button>
      </h3>
      <div id={id} hidden={!open} className="desk-action-body">
        {props.stale && (
          <Alert
            type="warning"
            showIcon
            title={text.stale}
            action={
              <Button size="small" onClick={onDiscard}>
                {text.discard}
              </Button>
            }
          />
        )}
        {(mounted || open) && <Fields {...props} />}
      </div>
    </section>
  );
}
