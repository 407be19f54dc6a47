import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { type NewFilter, useSave } from './saved.ts';
import { filterWords } from './words.ts';

/** Asks for a name and keeps the filter for this account, on any machine. */
export function SaveFilter({ place, filter }: Pick<NewFilter, 'place' | 'filter'>) {
  const text = useText(filterWords);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ name: string }>();
  const save = useSave();
  const close = () => {
    setOpen(false);
    save.reset();
  };
  const send = ({ name }: { name: string }) =>
    save.mutate(
      { name: name.trim(), place, filter },
      {
        onSuccess: () => {
          close();
          void message.success(text.saved);
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.save}</Button>
      <Modal
        open={open}
        title={text.saveTitle}
        okText={text.save}
        cancelText={text.cancel}
        onOk={form.submit}
        onCancel={close}
        confirmLoading={save.isPending}
        destroyOnHidden
        afterOpenChange={(shown) => shown && document.getElementById('save-filter_name')?.focus()}
      >
        <Form
          form={form}
          name="save-filter"
          layout="vertical"
          requiredMark={false}
          preserve={false}
          onFinish={send}
        >
          <Form.Item
            name="name"
            label={text.saveName}
            rules={[{ required: true, whitespace: true, message: text.nameMissing }]}
          >
            <Input maxLength={40} />
          </Form.Item>
        </Form>
        <ProblemAlert error={save.error} />
      </Modal>
    </>
  );
}
