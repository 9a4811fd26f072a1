import type { Environment } from '#app/platform/env.server.ts';
import {
  type AskIssue,
  type AskPreview,
  askForEvidence,
} from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import { listPapersToAsk } from '#app/use-cases/readiness/evidence/asking/list-papers-to-ask.server.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness ask --gate GATE`: asks every service that lacks the paper for it; with `--dry-run` it says who would be asked. */
export async function askVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { gate, service, due } = options;
  if (!gate) return wrongUsage('Name the gate with --gate.');
  const refused = noSuchDay(due);
  if (refused) return refused;
  const dryRun = 'dry-run' in options;
  return inWorld(
    env,
    async (world) => {
      const papers = (await listPapersToAsk(world, null, { gate, ...(service && { serviceId: service }) }))!;
      const outcome = await askForEvidence(world, null, {
        ...{ papers, dueOn: due ?? addDays(dayOf(world.now()), 14), message: options.message ?? '' },
        ...{ again: 'again' in options, send: !dryRun },
      });
      const printed = json['readiness ask'](dryRun, outcome);
      if (outcome.ok) return { exit: 0, text: linesOf(outcome.preview).join('\n'), json: printed };
      return { exit: 1, error: errorOf(outcome), json: printed };
    },
    { migrate: !dryRun },
  );
}

const linesOf = ({ letters, askedLately, withoutContact }: AskPreview) => [
  ...letters.map(({ name, service, gates }) => `${name}, ${service}: ${gates.join(', ')}`),
  ...askedLately.map(({ service, gate, askedOn }) => `left out, asked on ${askedOn}: ${service}: ${gate}`),
  ...withoutContact.map((service) => `no contact person with an address: ${service}`),
];

type Refused = { reason: string; preview?: AskPreview; issues?: readonly AskIssue[] };

function errorOf({ reason, preview, issues }: Refused): string {
  if (issues)
    return issues.map(({ field, problem }) => messages[`${field} ${problem}`] ?? `${field}: ${problem}`).join('\n');
  if (!preview) return reason;
  const why =
    preview.askedLately.length > 0
      ? 'Everybody was asked within 14 days. Ask again with --again.'
      : 'No service that lacks it has a contact person with an address.';
  return [why, ...linesOf(preview)].join('\n');
}

const messages: Record<string, string> = {
  'papers missing': 'No service lacks this paper.',
  'papers unknown': 'There is no such gate or service.',
  'dueOn in-the-past': '--due is a day after today.',
};
