import type { Session } from './session-of.ts';

/** When a session is, for the log, which takes no text that people wrote. */
export const sessionTime = ({ held_on, starts_at }: Session) => `${held_on} ${starts_at}`;
