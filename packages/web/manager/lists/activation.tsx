import type { Account, ActivationRow } from '@suban/domain/api-reference.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useId } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { dateTime } from '../../ui/time.ts';
import { usePostOnce } from '../settings/queries.ts';
import { pageWords } from './page-words.ts';
import { listWords } from './words.ts';

/** The part of an address after `#` is sent to no server and stands in no log. */
const linkOf = ({ username, code }: ActivationRow): string =>
  `${location.origin}/desk#activate=${encodeURIComponent(username)}.${code}`;

/** The link with which the owner of an account chooses a password. Nobody can read it again. */
export function ActivationDialog({
  activation,
  onClose,
}: {
  readonly activation: ActivationRow;
  readonly onClose: () => void;
}) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const { message } = App.useApp();
  const id = useId();
  const link = linkOf(activation);
  const copy = () => {
    navigator.clipboard.writeText(link).then(() => message.success(t.copied), reportError);
  };
  return (
    <Modal open title={t.linkTitle} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Alert
        type="warning"
        showIcon
        title={t.linkNote(activation.username, dateTime(lang, activation.until))}
      />
      <div className="set-field lst-link">
        <label htmlFor={id}>{t.linkTitle}</label>
        <Input.TextArea id={id} value={link} readOnly autoSize onFocus={(event) => event.target.select()} />
      </div>
      <div className="lst-actions">
        <Button onClick={copy}>{t.copy}</Button>
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </Modal>
  );
}

type ResetProps = {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onLink: (activation: ActivationRow) => void;
};

/** Lets somebody choose a password anew. */
export function ResetDialog({ account, onClose, onLink }: ResetProps) {
  const lang = useLanguage();
  const t = useText(pageWords);
  const words = useText(listWords);
  const client = useQueryClient();
  const postOnce = usePostOnce<{ activation: ActivationRow }>(
    `/api/manage/accounts/${encodeURIComponent(account.username)}/reset`,
  );
  const reset = useMutation({
    mutationFn: ({ why }: { why: string }) => postOnce({ why }),
    onSuccess: async ({ activation }) => {
      onLink(activation);
      await client.invalidateQueries({ queryKey: ['manage'] });
    },
  });
  return (
    <Modal open title={t.resetTitle(nameIn(lang, account))} footer={null} onCancel={onClose}>
      <Form<{ why: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => reset.mutate(fields)}
      >
        <p>{t.resetNote}</p>
        <Form.Item
          name="why"
          label={words.why}
          rules={[{ required: true, whitespace: true, message: words.whyMissing }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <ProblemAlert error={reset.error} />
        <div className="lst-actions">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={reset.isPending}>
            {t.resetDo}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
