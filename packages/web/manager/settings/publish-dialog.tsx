import type { SettingsPreview } from '@suban/domain/api-settings.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ApiError, post } from '../../ui/api.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { dateTime } from '../../ui/time.ts';
import { Loaded } from '../kit/loaded.tsx';
import { ChangesList } from './changes-list.tsx';
import { useDraft } from './draft.ts';
import { usePostOnce } from './queries.ts';
import { settingsWords } from './words.ts';

type Fields = { when: 'at-once' | 'on-day'; day?: string; why: string };
type Saved = { version: number; from: string };

/** The day after today in the city, YYYY-MM-DD. */
const tomorrow = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + 86_400_000);

/** What would differ, as the server reckons it; then from when and why. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const { message } = App.useApp();
  const client = useQueryClient();
  const { page, draft } = useDraft();
  const [form] = Form.useForm<Fields>();
  const preview = useQuery({
    queryKey: ['settings', 'preview', draft.settings],
    queryFn: () => post<SettingsPreview>('/api/settings/preview', { settings: draft.settings }),
    staleTime: 0,
    gcTime: 0,
  });
  const postOnce = usePostOnce<Saved>('/api/settings');
  const save = useMutation({
    mutationFn: ({ when, day, why }: Fields) =>
      postOnce({
        base: page.latest,
        settings: draft.settings,
        from: when === 'on-day' ? (day ?? null) : null,
        why,
      }),
    onSuccess: async ({ version, from }) => {
      await client.invalidateQueries({ queryKey: ['settings'] });
      draft.discard();
      onClose();
      message.success(t.saved(version, dateTime(lang, from)));
    },
  });
  const ready = (preview.data?.changes.length ?? 0) > 0;
  return (
    <Modal
      open
      width={720}
      title={t.publishTitle}
      okText={t.publish}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Fault error={preview.error} />
      {!preview.error && (
        <Loaded query={preview} rows={3}>
          {({ changes }) =>
            changes.length === 0 ? (
              <p className="m-soft">{t.nothingDiffers}</p>
            ) : (
              <ChangesList
                caption={t.publishTitle}
                schema={page.schema}
                changes={changes}
                matters={draft.matters}
              />
            )
          }
        </Loaded>
      )}
      <WhenAndWhy form={form} onFinish={(fields) => save.mutate(fields)} />
      <Fault error={save.error} />
    </Modal>
  );
}

/** A slip that the form can name in the reader's words; else as the server put it. */
function Fault({ error }: { readonly error: Error | null }) {
  const t = useText(settingsWords);
  const path = error instanceof ApiError ? error.problem.fields?.[0]?.path : undefined;
  const known = path === undefined ? undefined : t.fault[path];
  return known === undefined ? (
    <ProblemAlert error={error} />
  ) : (
    <Alert type="error" showIcon role="alert" title={known} />
  );
}

type WhenProps = {
  readonly form: ReturnType<typeof Form.useForm<Fields>>[0];
  readonly onFinish: (fields: Fields) => void;
};

function WhenAndWhy({ form, onFinish }: WhenProps) {
  const t = useText(settingsWords);
  const when = Form.useWatch('when', form);
  const first = tomorrow();
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ when: 'on-day', day: first }}
      onFinish={onFinish}
      className="set-publish"
    >
      <p className="m-soft">{t.newOnly}</p>
      <Form.Item name="when" label={t.when}>
        <Radio.Group
          options={[
            { value: 'on-day', label: t.onDay },
            { value: 'at-once', label: t.atOnce },
          ]}
        />
      </Form.Item>
      {when !== 'at-once' && (
        <Form.Item
          name="day"
          label={t.day}
          extra={t.afterDay(first)}
          rules={[{ required: true, message: t.dayMissing }]}
        >
          <Input type="date" min={first} className="set-day" />
        </Form.Item>
      )}
      <Form.Item
        name="why"
        label={t.why}
        rules={[{ required: true, whitespace: true, message: t.whyMissing }]}
      >
        <Input maxLength={200} placeholder={t.whyHint} />
      </Form.Item>
    </Form>
  );
}
