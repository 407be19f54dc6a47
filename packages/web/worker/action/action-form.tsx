import '../form.css';
import type { CaseView } from '@suban/domain/api.ts';
import { Button, Form } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import type { DeskCommand } from './commands.ts';
import { readDraft, writeDraft } from './draft.ts';
import { type Body, type Done, useCommand } from '../../ui/staff/use-command.ts';
import { actionWords } from './words.ts';

export type ActionProps = {
  view: CaseView;
  /** The case no longer allows this; what was typed stays to be copied. */
  stale: boolean;
  onDone: (command: DeskCommand, done: Done) => void;
  /** The server refused: somebody may have moved the case. */
  onRefused: () => void;
  onTyped: (command: DeskCommand) => void;
};

/** Sends one command on the case and keeps what it was refused for. */
export function useAction<C extends DeskCommand>(command: C, { view, onDone, onRefused }: ActionProps) {
  const send = useCommand(command);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (body: Body<C>) => {
    setBusy(true);
    setError(null);
    try {
      const done = await send(view.number, body);
      writeDraft(view.number, command, null);
      onDone(command, done);
    } catch (refused) {
      setError(refused);
      onRefused();
    }
    setBusy(false);
  };
  return { run, busy, error };
}

type FormProps<C extends DeskCommand, V extends object> = {
  command: C;
  props: ActionProps;
  initial?: Partial<V>;
  toBody: (values: V) => Body<C>;
  submit: string;
  danger?: boolean;
  children: ReactNode | ((values: Partial<V>) => ReactNode);
};

/**
 * A command's form: Ctrl+Enter submits, a refusal stands beside the button. What is typed is kept in the browser, for a
 * phone's camera may push the page out of memory.
 */
export function ActionForm<C extends DeskCommand, V extends object>({
  command,
  props,
  initial,
  toBody,
  submit,
  danger = false,
  children,
}: FormProps<C, V>) {
  const text = useText(actionWords);
  const [form] = Form.useForm<V>();
  const [start] = useState(() => ({ ...initial, ...readDraft<V>(props.view.number, command) }));
  const [values, setValues] = useState<Partial<V>>(start);
  const { run, busy, error } = useAction(command, props);
  const typed = (all: V) => {
    setValues(all);
    writeDraft(props.view.number, command, all);
    props.onTyped(command);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  return (
    <Form<V>
      form={form}
      name={`${command}-form`}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={start}
      onValuesChange={(_, all) => typed(all)}
      onFinish={(all) => !props.stale && !busy && void run(toBody(all))}
      onKeyDown={keys}
    >
      {typeof children === 'function' ? children(values) : children}
      <div className="staff-stack">
        <ProblemAlert error={error} />
        <div className="desk-submit">
          <Button type="primary" htmlType="submit" danger={danger} loading={busy} disabled={props.stale}>
            {submit}
          </Button>
          <span className="staff-soft desk-hint">{text.ctrlEnter}</span>
        </div>
      </div>
    </Form>
  );
}
