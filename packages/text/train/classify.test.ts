import { expect, test } from 'vitest';
import { buildClassifier } from '../classify/classify.ts';
import { loadModel, type StoredModel } from '../classify/weights.ts';
import { trainClassifier } from './classify.ts';
import { measure } from './measure.ts';
import { seededRandom } from './random.ts';

const TOPICS = {
  道路: ['路面', '坑洼', '修补', '井盖', '红绿灯'],
  学校: ['学生', '老师', '补课', '校服', '食堂'],
  医院: ['挂号', '医生', '药费', '护士', '住院'],
};
const FILLERS = ['希望', '情况', '反映', '部门', '处理', '问题', '居民', '附近'];

/** Rows of made-up words, each drawn towards its topic, in the form of the labelled rows and of raw ones. */
function corpus() {
  const random = seededRandom(3);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const rows = Object.entries(TOPICS).flatMap(([label, words]) =>
    Array.from({ length: 40 }, (_, n) => {
      const text = Array.from({ length: 30 }, (__, at) => (at % 3 ? pick(FILLERS) : pick(words)));
      return { label, text: `${text.slice(0, 4).join(' ')}   ${text.slice(4).join(' ')} ${n}` };
    }),
  );
  return {
    labelled: rows,
    raw: rows.map(({ text }) => ({ title: '的', body: `我们的${text.replaceAll(' ', '')}了` })),
    topics: [
      ['道路', '设施', '人行天桥'],
      ['别的', '东西'],
    ],
  };
}

test('a classifier learnt from rows sorts new texts, survives its file, and is measured on rows kept aside', () => {
  const { weights, report } = trainClassifier(corpus());
  const classify = buildClassifier(loadModel(JSON.parse(JSON.stringify(weights)) as StoredModel));
  expect(classify('食堂的饭菜', '老师说学生要交校服钱').label).toBe('学校');
  expect(classify('', '路面坑洼一直没有修补').label).toBe('道路');
  expect(classify('', '医生只看了一分钟，药费很贵').reason).toContain('医生');
  expect(report).toMatchObject({ segmented: { messages: 120, accuracy: 1 }, joined: { messages: 120 } });
});

test('words that raw texts are full of and rows lack are known as empty', () => {
  const { weights } = trainClassifier(corpus());
  const { empty } = weights as StoredModel;
  expect(empty).toContain('的');
  expect(empty).not.toContain('学生');
});

test('measures tell right from wrong and confident from rash', () => {
  const sure = (label: number, said: number) => ({
    label,
    probabilities: Float64Array.from([0, 1], (one) => (one === said ? 0.9 : 0.1)),
  });
  const half = measure([sure(0, 0), sure(1, 1), sure(0, 1), sure(1, 0)], 2);
  expect(half).toMatchObject({ accuracy: 0.5, macroF1: 0.5, calibrationError: 0.4 });
  expect(measure([], 2).accuracy).toBe(0);
});
