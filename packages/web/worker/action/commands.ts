import type { PersonsCommand } from '../../i18n/terms.ts';

/** What staff may do to a case; withdrawing, contesting and asking for confidentiality are the citizen's. */
export type DeskCommand = Exclude<PersonsCommand, 'withdraw' | 'conceal' | 'contest'>;
