import type { World } from '#app/platform/world.server.ts';
import { catchCannotPrint } from './cannot-print.ts';
import { printCertificate } from './print-certificate.server.ts';
import type { IssueOutcome } from './print-then-issue.server.ts';
import { readIssuing } from './read-issuing.server.ts';

/** A number that no certificate has, for a print that nobody keeps. */
const sample = { number: '0000-00000', code: '0'.repeat(20), statusIndex: 0 };

/** Says what issuing would do: it reads and prints, and writes nothing. */
export async function rehearseIssuing(world: World, enrolmentId: string): Promise<IssueOutcome> {
  const read = await readIssuing(world, world.db, { enrolmentId, again: true, at: world.now(), lock: false });
  if (!read.ok) return read;
  const printing = printCertificate(world, read.plan.earned, sample);
  return catchCannotPrint(printing.then((): IssueOutcome => ({ ok: true, number: '' })));
}
