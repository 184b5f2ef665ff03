// How sure a suggestion is that depends on more than its rule. The levels hang together: what is below `sureEnough` is
// never accepted along with others, and neither a likely speaker nor one who is left open may reach it.

/** Below this somebody has to look: the speaker is inferred, or missing. */
export const sureEnough = 0.6;
/** At most so sure of a speaker who is only likely. */
export const likely = 0.55;
/** At most so sure where the text leaves open who it is. */
export const open = 0.5;
