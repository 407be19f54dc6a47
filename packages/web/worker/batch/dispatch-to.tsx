import type { CaseRow, UnitRow } from '@suban/domain/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useText } from '../../i18n/language.ts';
import { MatterPicker, UnitPicker } from '../pick/pickers.tsx';
import { batchWords } from './words.ts';

type Values = { unit: number; matter?: string };

type Props = {
  /** None: it is not asked. */
  rows: readonly CaseRow[];
  onClose: () => void;
  /** The dialog has gone: the keyboard is the list's again. */
  onClosed: () => void;
  onChosen: (unit: UnitRow, matter: string | undefined) => void;
};

/** Asks for the unit, and if one likes the matter, of one or many cases. Enter in the unit's field chooses, Ctrl+Enter sends. */
export function DispatchTo({ rows, onClose, onClosed, onChosen }: Props) {
  const text = useText(batchWords);
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const send = ({ unit, matter }: Values) => {
    // The picker has read the unit it offered; its name is needed to say where the cases go.
    const read = client.getQueriesData<{ items: UnitRow[] }>({ queryKey: ['pick', '/api/desk/units'] });
    const row = read.flatMap(([, page]) => page?.items ?? []).find(({ id }) => id === unit);
    if (row) onChosen(row, matter);
  };
  return (
    <Modal
      open={rows.length > 0}
      title={text.dispatchTitle(rows.length)}
      okText={text.go}
      cancelText={text.cancel}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
      afterOpenChange={(shown) => {
        if (shown) document.getElementById('dispatch-to_unit')?.focus();
        else onClosed();
      }}
      focusable={{ focusTriggerAfterClose: false }}
    >
      <Form<Values>
        form={form}
        name="dispatch-to"
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={send}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.submit()}
      >
        <Form.Item name="unit" label={text.unit} rules={[{ required: true, message: text.unitMissing }]}>
          <UnitPicker />
        </Form.Item>
        <Form.Item name="matter" label={text.matter} extra={text.matterHint}>
          <MatterPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
