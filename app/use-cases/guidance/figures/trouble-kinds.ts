import { type Trouble, troubles } from '#curriculum/guidance/trouble-of.ts';

/** What can stand in the way, in the order in which pages and files show it. */
export const troubleKinds = (): readonly Trouble[] => troubles;
