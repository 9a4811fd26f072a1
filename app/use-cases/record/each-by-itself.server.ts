import { faultOf } from '#app/platform/log.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { deleteStuckRecord, listStuckRecords, putStuckRecord } from '#db/queries/stuck-record.ts';
import { isUnavailable } from '#db/unavailable.ts';

/** The parts of a round. */
export type Work =
  | 'issue-for-hold'
  | 'issue'
  | 'attempt'
  | 'deadline'
  | 'edition'
  | 'reminder'
  | 'agreement'
  | 'evidence'
  | 'invitation'
  | 'practice'
  | 'letter'
  | 'file'
  | 'import';

/**
 * Does one part of a round for each record. A record that fails stops none of the others: it is logged and kept for the
 * administrator until a later round can deal with it. Returns how many failed. Only a database that is away ends it.
 */
export async function eachByItself<T>(
  world: World,
  work: Work,
  records: readonly T[],
  subjectOf: (record: T) => string,
  act: (record: T) => Promise<unknown>,
): Promise<number> {
  const failed = new Set<string>();
  for (const record of records) {
    try {
      await act(record);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const subject = subjectOf(record);
      failed.add(subject);
      world.tellStuck(work, subject, error);
      await putStuckRecord(world.db, { work, subject, fault: wordsOf(error), at: world.now() });
    }
  }
  for (const stuck of await listStuckRecords(world.db))
    if (stuck.work === work && !failed.has(stuck.subject)) await deleteStuckRecord(world.db, stuck);
  return failed.size;
}

/** What failed, without what people wrote. */
const wordsOf = (error: unknown) => {
  const { fault, message } = faultOf(error);
  return `${fault}${message ? `: ${message}` : ''}`.slice(0, 300);
};
