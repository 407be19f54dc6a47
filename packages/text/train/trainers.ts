import { trainClassifier } from './classify.ts';
import { trainEvents } from './events.ts';
import type { EventCorpus } from './events-data.ts';
import { trainReply } from './reply.ts';
import { labelledRow, rawMessage, type ReadList, textField, type Trained } from './rows.ts';

/** The messages as people wrote them. */
const RAW = ['messages-2019-first-half.jsonl', 'replies.jsonl'];

/** What `npm run train` can train; the weights go into a file of the same name. */
export const trainers: Readonly<Record<string, (read: ReadList) => Trained>> = {
  classify: (read) =>
    trainClassifier({
      labelled: (read('labelled-segmented.jsonl') ?? []).map(labelledRow),
      raw: RAW.flatMap((file) => read(file) ?? []).map(rawMessage),
      topics: (read('message-topics.json') ?? []).map((path) =>
        Array.from(path as readonly unknown[], String),
      ),
    }),
  reply: trainReply,
  events: (read) => trainEvents(eventCorpus(read)),
};

/** Hand-labelled events and hard pairs lie beside the folder of messages. */
function eventCorpus(read: ReadList): EventCorpus {
  const messages = (read('messages-2019-first-half.jsonl') ?? []).map((row) => ({
    ...rawMessage(row),
    id: textField(row, 'id'),
    time: textField(row, 'time'),
  }));
  const [gold] = (read('../gold/clusters-first-half.json') ?? []) as readonly [
    { readonly clusters: EventCorpus['clusters'] }?,
  ];
  return {
    texts: [
      ...(read('replies.jsonl') ?? []).map(rawMessage),
      ...(read('labelled-segmented.jsonl') ?? []).map((row) => ({
        title: '',
        body: labelledRow(row).text.replaceAll(' ', ''),
      })),
    ],
    messages: messages.toSorted((a, b) => (a.time < b.time ? -1 : 1)),
    clusters: gold?.clusters ?? [],
    pairs: (read('../gold/pairs-first-half.jsonl') ?? []) as EventCorpus['pairs'],
  };
}
