import './record.css';
import { Form } from 'antd';
import { useState } from 'react';
import type { EmergencyService } from '@suban/domain/collect/emergency.ts';
import { useText } from '../../i18n/language.ts';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useStaff } from '../../ui/staff/session.ts';
import { CallerPanel } from '../call/caller-panel.tsx';
import { useCaller } from '../call/use-desk-call.ts';
import { readRecord, writeRecord } from './drafts.ts';
import { Filed } from './filed.tsx';
import { handOver, type Outcome, type RecordValues } from './outcomes.ts';
import { RecordFields } from './record-fields.tsx';
import { focusOutcome, useRecordKeys } from './record-keys.ts';
import { SuggestionPanel, useSuggestion } from './suggestion-panel.tsx';
import { Unfinished } from './unfinished.tsx';
import { type Recorded, useRecording } from './use-recording.ts';
import { type Beside, BesidePanel } from './beside.tsx';
import { recordWords } from './words.ts';

/** `/desk/record`: one call after the other, hands on the keyboard. @param call the call it is about */
export function RecordPage({ call }: { call: string | undefined }) {
  const text = useText(recordWords);
  const { staff } = useStaff();
  const [round, setRound] = useState(1);
  if (!staff?.mayRecord) return <p>{text.notAllowed}</p>;
  return <Recording key={`${call}/${round}`} call={call} onNext={() => setRound(round + 1)} />;
}

/** One call: the form, then what is read out. */
function Recording({ call, onNext }: { call: string | undefined; onNext: () => void }) {
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const done = () => writeRecord(call, null);
  if (recorded || added !== null)
    return <Filed recorded={recorded} added={added} call={call} onNext={onNext} />;
  return (
    <RecordForm
      call={call}
      onRecorded={(made) => {
        done();
        setRecorded(made);
      }}
      onAdded={(number) => {
        done();
        setAdded(number);
      }}
    />
  );
}

type FormProps = {
  call: string | undefined;
  onRecorded: (recorded: Recorded) => void;
  onAdded: (number: string) => void;
};

function RecordForm({ call, onRecorded, onAdded }: FormProps) {
  const text = useText(recordWords);
  const { staff } = useStaff();
  const operator = staff?.roles.includes('operator') ?? false;
  const [form] = Form.useForm<RecordValues>();
  const [draft] = useState(() => readRecord(call));
  const values: Partial<RecordValues> | undefined = Form.useWatch([], form);
  const { caller, over } = useCaller(call);
  const { record, busy, error } = useRecording(call, onRecorded);
  const suggestion = useSuggestion(values?.text ?? '', form, { draft, caller });
  const keep = () => writeRecord(call, form.getFieldsValue(true) as RecordValues);
  const set = (some: Partial<RecordValues>, focus: Outcome) => {
    form.setFieldsValue(some);
    keep();
    focusOutcome(focus);
  };
  const give = (service: EmergencyService, word: string) => set(handOver(service, word), 'file');
  const [sameAs, setSameAs] = useState(draft?.sameAs ?? null);
  const follow = (number: string | null) => {
    setSameAs(number);
    form.setFieldValue('sameAs', number);
    keep();
  };
  const choose = (outcome: Outcome) => operator && set({ outcome }, outcome);
  const [shown, setShown] = useState<Beside>('similar');
  useRecordKeys({ form, shown, show: setShown, choose, handOver: give });
  return (
    <div className="desk-record">
      <section aria-labelledby="record-title" className="desk-record-form">
        <h1 id="record-title">{text.title}</h1>
        <p className="staff-soft desk-hint">{operator ? text.lead : text.leadPlain}</p>
        <Form<RecordValues>
          form={form}
          name="record-form"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={{
            channel: operator ? 'hotline' : 'grid-worker',
            urgency: 'ordinary',
            outcome: 'file',
            ...draft,
          }}
          onValuesChange={keep}
          onFinish={() => !busy && void record(form.getFieldsValue(true) as RecordValues)}
        >
          <RecordFields
            busy={busy}
            operator={operator}
            values={values}
            caller={caller}
            suggestion={suggestion.suggestion}
            onHandOver={give}
            problem={<ProblemAlert error={error} />}
          />
        </Form>
      </section>
      <div className="desk-record-beside">
        {caller && <CallerPanel caller={caller} over={over} written={values?.text ?? ''} onAdded={onAdded} />}
        <SuggestionPanel {...suggestion} />
        <BesidePanel
          shown={shown}
          onShow={setShown}
          text={values?.text ?? ''}
          address={values?.address ?? ''}
          suggestion={suggestion.suggestion}
          chosen={sameAs}
          onChoose={follow}
        />
        <Unfinished call={call} />
      </div>
    </div>
  );
}
