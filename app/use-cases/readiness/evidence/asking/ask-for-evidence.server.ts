import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { postLetter } from '#app/use-cases/record/post-letter.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { isAskedLately } from '#curriculum/readiness/asked-lately.ts';
import { hasAsk, insertEvidenceRequests, listLastAsked } from '#db/queries/evidence-request.ts';
import { listContactPersons } from '#db/queries/network.ts';
import { listMunicipalities, listServices } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';
import { type AskLetter, askLetterText } from './ask-letter-text.server.ts';

export type Wanted = { serviceId: string; gate: string };
export type AskIssue =
  | { field: 'papers'; problem: 'missing' | 'unknown' }
  | { field: 'dueOn'; problem: 'missing' | 'not-a-day' | 'in-the-past' }
  | { field: 'message'; problem: 'too-long' };
export type AskPreview = {
  letters: { personId: string; name: string; service: string; gates: string[] }[];
  /** Asked for within 14 days, and left out because nobody said that asking again is meant. */
  askedLately: { service: string; gate: string; askedOn: string }[];
  /** Services without a contact person who has an address. */
  withoutContact: string[];
  text: { subject: string; body: string } | null;
};
type Input = { papers: readonly Wanted[]; dueOn: string; message: string; again: boolean; operationId?: string };
type Outcome =
  | { ok: true; preview: AskPreview }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'nobody'; preview: AskPreview }
  | { ok: false; reason: 'not-an-ask'; issues: AskIssue[] };

const mostLetters = 2_000;

/**
 * Asks the contact persons of library services for papers, one letter for each person and service. What was asked for within
 * 14 days is left out unless `again` says it is meant. Without `send` nothing is written: it tells who would get what.
 */
export function askForEvidence(
  world: World,
  viewer: Viewer | null,
  { send, ...input }: Input & { send: boolean },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'ask-for-evidence')) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    const today = dayOf(at);
    if (send) await lockByName(trx, 'evidence', at);
    const services = await listServices(trx);
    const contacts = await listContactPersons(trx, today);
    const asked = await listLastAsked(trx);
    const places = await listMunicipalities(trx, { day: today });
    const issues = issuesOf(world, input, services, today);
    if (issues.length > 0) return { ok: false, reason: 'not-an-ask', issues };
    const askId = (viewer && operationOf(viewer, input)) ?? world.newId();
    const isRepeated = send && (await hasAsk(trx, askId));
    const lately = (paper: Wanted) =>
      asked.find(
        ({ serviceId, gate, askedOn }) =>
          serviceId === paper.serviceId && gate === paper.gate && isAskedLately(askedOn, today),
      )?.askedOn;
    const isMeant = (paper: Wanted) => input.again || isRepeated || lately(paper) === undefined;
    const papers = input.papers.filter(isMeant);
    const letters = services.flatMap((service): AskLetter[] => {
      const gates = papers.flatMap(({ serviceId, gate }) => (serviceId === service.id ? [gate] : []));
      const code = places.find(({ serviceId }) => serviceId === service.id)?.code ?? null;
      const people = contacts.filter(({ serviceId, email }) => serviceId === service.id && email !== null);
      return gates.length === 0 ? [] : people.map((person) => ({ ...person, gates, code }));
    });
    const nameOf = (id: string) => services.find((each) => each.id === id)!.name;
    const reached = new Set(letters.map(({ serviceId }) => serviceId));
    const preview: AskPreview = {
      letters: letters.map(({ id, name, service, gates }) => ({ personId: id, name, service, gates })),
      askedLately: input.papers.flatMap((paper) =>
        isMeant(paper) ? [] : [{ service: nameOf(paper.serviceId), gate: paper.gate, askedOn: lately(paper)! }],
      ),
      withoutContact: [...new Set(papers.map(({ serviceId }) => serviceId))]
        .filter((id) => !reached.has(id))
        .map(nameOf),
      text: letters[0] ? askLetterText(world, letters[0], input) : null,
    };
    if (letters.length === 0) return { ok: false, reason: 'nobody', preview };
    if (!send || isRepeated) return { ok: true, preview };
    await insertEvidenceRequests(
      trx,
      letters.flatMap(({ id, serviceId, gates }) =>
        gates.map((gate) => ({
          ...{ id: world.newId(), ask_id: askId, service_id: serviceId, gate, person_id: id },
          ...{ asked_on: today, due_on: input.dueOn, message: input.message.trim() },
          ...{ by_person: viewer?.personId || null, recorded_at: at },
        })),
      ),
    );
    for (const letter of letters)
      await postLetter(world, trx, {
        recipient: letter.email!,
        language: letter.language,
        key: `evidence-asked:${askId}:${letter.serviceId}:${letter.id}`,
        template: 'evidence-asked',
        said: askLetterText(world, letter, input).said,
        at,
      });
    await writeAudit(world, trx, {
      actor: viewer?.personId || null,
      action: 'evidence-asked',
      subject: askId,
      detail: String(letters.length),
    });
    return { ok: true, preview };
  });
}

function issuesOf(
  { policy }: World,
  { papers, dueOn, message }: Input,
  services: readonly { id: string }[],
  today: string,
): AskIssue[] {
  const issues: AskIssue[] = [];
  const isKnown = ({ serviceId, gate }: Wanted) =>
    services.some(({ id }) => id === serviceId) &&
    policy.gates.some(({ key, kind }) => key === gate && kind === 'evidence');
  if (papers.length === 0) issues.push({ field: 'papers', problem: 'missing' });
  else if (!papers.every(isKnown)) issues.push({ field: 'papers', problem: 'unknown' });
  if (!isDay(dueOn)) issues.push({ field: 'dueOn', problem: dueOn ? 'not-a-day' : 'missing' });
  else if (dueOn <= today) issues.push({ field: 'dueOn', problem: 'in-the-past' });
  if (message.length > mostLetters) issues.push({ field: 'message', problem: 'too-long' });
  return issues;
}
