import type { DataValue } from './data-set.ts';

/** How several values stand in one cell of a CSV. */
export const cellOf = (value: DataValue): string => (typeof value === 'string' ? value : value.join(' '));
