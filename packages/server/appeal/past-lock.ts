/** Held while histories are told: what is due in them is taken there, at its own time, and by no sweep. */
export const pastLock = 'past';
