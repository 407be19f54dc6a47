import { dictionary } from './language.ts';

/** The name people know it by; apart from the terms, for every page's title needs it and few need those. */
export const product = dictionary('民意速办', 'Suban');
