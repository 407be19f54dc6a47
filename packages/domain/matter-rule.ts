import type { Kind } from './appeal.ts';

/** 结案标准: what must be there before a matter can be answered. */
export const evidences = ['contact', 'photo-before', 'photo-after', 'site', 'legal-basis'] as const;
export type Evidence = (typeof evidences)[number];

/** A matter's own limits and duties, from the duty catalogue (职责清单). */
export type MatterRule = {
  readonly code: string;
  /** Working days by kind, where they differ from the city's. */
  readonly finishDays: Partial<Readonly<Record<Kind, number>>>;
  readonly urgentHours: number | null;
  /** May a subdistrict or community be given it (北京条例 17)? */
  readonly mayPushDown: boolean;
  /** Is it the duty of a unit of the area, so that the place decides whose? */
  readonly local: boolean;
  /** 结案标准: what an answer needs beside its words. */
  readonly evidence: readonly Evidence[];
};
