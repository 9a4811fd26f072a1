import { groupedBy } from '#curriculum/grouped-by.ts';

/** The rows of each library service, in their order. */
export const byService = <T extends { serviceId: string }>(rows: readonly T[]): Map<string, T[]> =>
  groupedBy(rows, ({ serviceId }) => serviceId);
