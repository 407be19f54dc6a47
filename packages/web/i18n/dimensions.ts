import type { Dimension } from '@suban/domain/evaluate/requests.ts';
import { dictionary } from './language.ts';

/** What is rated; apart from the timeline's words, for the rating page needs none of those. */
export const dimensionWords = dictionary<Record<Dimension, string>>(
  { speed: '处置速度', effect: '处置效果', service: '服务体验', feedback: '反馈质量' },
  { speed: 'Speed', effect: 'Effect', service: 'Service', feedback: 'Feedback' },
);
