/** Says that notices were written: the ids of their units with commas between, nothing where they are too many. */
export const noticedChannel = 'suban_noticed';
/** Says that an operator's call has changed: the account. */
export const calledChannel = 'suban_called';
/**
 * Says that accounts have changed, by their user names with commas between, `*` where they are too many: what is remembered
 * of who is signed in may no longer be so.
 */
export const staffChannel = 'suban_staff';
