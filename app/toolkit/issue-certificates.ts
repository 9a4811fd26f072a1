import type { Environment } from '#app/platform/env.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { issueCertificate } from '#app/use-cases/certificates/issuing/issue-certificate.server.ts';
import { proveAttendance } from '#app/use-cases/certificates/issuing/prove-attendance.server.ts';
import { rehearseForHold } from '#app/use-cases/certificates/issuing/rehearse-for-hold.server.ts';
import { seeIssuing } from '#app/use-cases/certificates/issuing/see-issuing.server.ts';
import { startIssuing } from '#app/use-cases/certificates/issuing/start-issuing.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';

/**
 * Issues one certificate or proof of attendance by its enrolment, or the certificates of a whole hold. `--dry-run` only
 * says what would be done.
 */
export async function issueVerb({ args: [enrolmentId], options }: Input, env: Environment): Promise<Answer> {
  const { hold } = options;
  const dryRun = 'dry-run' in options;
  if (hold ? enrolmentId !== undefined : !enrolmentId || dryRun) return wrongUsage();
  return inWorld(env, async (world) => {
    if (hold) return dryRun ? rehearse(world, hold) : issueHold(world, hold);
    const outcome = await issueOne(world, enrolmentId!);
    const printed = json['certificates issue'](outcome);
    return outcome.ok
      ? { exit: 0, text: outcome.number, json: printed }
      : { exit: 1, error: outcome.reason, json: printed };
  });
}

/** The certificate of an enrolment, or the proof of attendance where its course certifies nobody. */
async function issueOne(world: World, enrolmentId: string) {
  const issued = await issueCertificate(world, enrolmentId);
  if (issued.ok) return issued;
  const proved = await proveAttendance(world, enrolmentId);
  if (proved.ok) return { ok: true, number: proved.number ?? 'attended' } as const;
  // A course that certifies has no proof of this sort: then what counts is why there is no certificate.
  return proved.reason === 'not-found' ? issued : proved;
}

const noHold: Answer = { exit: 1, error: 'There is no hold with this id.', json: json.refused('not-found') };

async function rehearse(world: World, holdId: string): Promise<Answer> {
  const people = await rehearseForHold(world, holdId);
  if (!people) return noHold;
  const text = people.map(({ name, would }) => `${name}: ${would}`).join('\n');
  return { exit: 0, text, json: json['certificates issue --dry-run'](people) };
}

/**
 * Issues everything for a hold now. A server running beside it may issue some of them, but nobody gets two
 * certificates.
 */
async function issueHold(world: World, holdId: string): Promise<Answer> {
  const started = await startIssuing(world, null, { holdId });
  if (!started.ok && started.reason === 'not-found') return noHold;
  const failed = started.ok ? await workOffIssueRuns(world) : 0;
  const { people, run } = (await seeIssuing(world, null, holdId))!;
  const outcomes = started.ok ? run!.outcomes : null;
  const text = outcomes
    ? Object.entries(outcomes)
        .map(([outcome, count]) => `${count} ${outcome}`)
        .join(', ')
    : 'nothing to issue';
  const answer = { text, json: json['certificates issue --hold'](outcomes, people) };
  if (failed === 0) return { exit: 0, ...answer };
  return { exit: 1, ...answer, error: `${failed} failed and will be tried again by the server. See db stuck.` };
}
