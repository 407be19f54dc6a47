import type { ChangePreview, ChangePublished } from '@suban/domain/api-reference.ts';
import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { ApiError } from '../../ui/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { usePostOnce } from '../settings/queries.ts';
import { ItemList } from './item-list.tsx';
import { Refusal } from './refusal.tsx';
import { listWords } from './words.ts';

type Props = {
  readonly list: ReferenceList;
  /** Reads what would change. */
  readonly look: () => Promise<ChangePreview>;
  /** Where it is published, and with what beside the reason. */
  readonly path: string;
  readonly body: object;
  readonly onDone: (published: ChangePublished) => void;
  readonly onBack: () => void;
  readonly backWord?: string;
  /** Shown in place of the refusal of who has not seen the latest. */
  readonly onStale?: (error: ApiError) => ReactNode;
};

/** What would change, as the server reckons it; then why, and publishing it. */
export function Publish({ list, look, path, body, onDone, onBack, backWord, onStale }: Props) {
  const t = useText(listWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const preview = useQuery({
    // Apart from the lists: what was just published need not be looked at again.
    queryKey: ['preview', path, body],
    queryFn: look,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const postOnce = usePostOnce<ChangePublished>(path);
  const save = useMutation({
    mutationFn: ({ why }: { why: string }) => postOnce({ ...body, why }),
    onSuccess: async (published) => {
      onDone(published);
      message.success(t.published);
      await client.invalidateQueries({ queryKey: ['manage'] });
    },
  });
  const refused = (error: Error | null) =>
    error instanceof ApiError && error.code === 'changed-meanwhile' && onStale ? (
      onStale(error)
    ) : (
      <Refusal list={list} error={error} />
    );
  return (
    <Form<{ why: string }> layout="vertical" requiredMark={false} onFinish={(fields) => save.mutate(fields)}>
      {preview.error ? (
        refused(preview.error)
      ) : (
        <Loaded query={preview} rows={3}>
          {(found) => <Preview preview={found} />}
        </Loaded>
      )}
      {preview.data && (
        <Form.Item
          name="why"
          label={t.why}
          rules={[{ required: true, whitespace: true, message: t.whyMissing }]}
        >
          <Input maxLength={200} placeholder={t.whyHint} />
        </Form.Item>
      )}
      {refused(save.error)}
      <div className="lst-actions">
        <Button onClick={onBack}>{backWord ?? t.back}</Button>
        <Button type="primary" htmlType="submit" disabled={!preview.data} loading={save.isPending}>
          {t.publish}
        </Button>
      </div>
    </Form>
  );
}

function Preview({ preview: { list, counts, items, touches } }: { readonly preview: ChangePreview }) {
  const lang = useLanguage();
  const t = useText(listWords);
  const count = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <section aria-label={t.preview}>
      <p role="status">
        <strong>{t.counts(counts)}</strong>
      </p>
      <ItemList list={list} items={items} count={count} />
      {touches.length > 0 && (
        <Alert
          className="set-alert"
          type="info"
          showIcon
          title={touches
            .map((each) =>
              each.among === 0
                ? t.touchesUnit(nameIn(lang, each), each.open)
                : t.touchesMatter(nameIn(lang, each), each.open, each.among),
            )
            .join('；')}
          description={list === 'matter' ? t.touchesNote : undefined}
        />
      )}
    </section>
  );
}
