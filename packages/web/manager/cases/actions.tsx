import type { CaseView } from '@suban/domain/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useCommand } from '../../ui/staff/use-command.ts';
import { caseWords } from './words.ts';

/** What a supervisor does about a case; all else is done at the desk. */
const commands = ['urge', 'open-follow-up'] as const;
type Command = (typeof commands)[number];

/** The supervisor's commands that this case allows now. */
export function Actions({ view }: { readonly view: CaseView }) {
  const term = useText(terms);
  const [open, setOpen] = useState<Command | null>(null);
  const may = commands.filter((command) => view.abilities.includes(command));
  return (
    <div className="m-actions">
      {may.map((command) => (
        <Button
          key={command}
          type={command === 'open-follow-up' ? 'primary' : 'default'}
          onClick={() => setOpen(command)}
        >
          {term.command[command]}
        </Button>
      ))}
      {open && <Dialog key={open} command={open} number={view.number} onClose={() => setOpen(null)} />}
    </div>
  );
}

type DialogProps = { readonly command: Command; readonly number: string; readonly onClose: () => void };

function Dialog({ command, number, onClose }: DialogProps) {
  const { action: t } = useText(caseWords);
  const term = useText(terms);
  const client = useQueryClient();
  const { message } = App.useApp();
  const send = useCommand(command);
  const [form] = Form.useForm<{ text?: string }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const formal = command === 'open-follow-up';
  const submit = async ({ text = '' }: { text?: string }) => {
    setBusy(true);
    setError(null);
    try {
      const words = text.trim();
      await send(number, words === '' && !formal ? {} : { text: words });
      message.success(t.done(term.command[command]));
      onClose();
      await client.invalidateQueries();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={term.command[command]}
      okText={t.send}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => {
          submit(values).catch(reportError);
        }}
      >
        <Form.Item
          name="text"
          label={formal ? t.followUpText : t.urgeText}
          extra={formal ? t.followUpHint : t.urgeHint}
          rules={formal ? [{ required: true, whitespace: true, message: t.needed }] : []}
        >
          <Input.TextArea rows={5} maxLength={4000} autoFocus />
        </Form.Item>
        <ProblemAlert error={error} />
      </Form>
    </Modal>
  );
}
