import type { World } from '#app/platform/world.server.ts';
import { type IssueOutcome, issueInOneTransaction } from './issue-in-one-transaction.server.ts';

/** Says what issuing would do: it runs the whole transaction and then rolls it back. */
export async function rehearseIssuing(world: World, enrolmentId: string): Promise<IssueOutcome> {
  const beside = () => Promise.reject(new OnlyRehearsed());
  return issueInOneTransaction(world, enrolmentId, { again: true, beside }).catch((error: unknown): IssueOutcome => {
    if (error instanceof OnlyRehearsed) return { ok: true, number: '' };
    throw error;
  });
}

class OnlyRehearsed extends Error {}
