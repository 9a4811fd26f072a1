import type { World } from '#app/platform/world.server.ts';
import { rehearseIssuing } from './rehearse-issuing.server.ts';
import { seeIssuing } from './see-issuing.server.ts';

/** What issuing for the hold would do to each person, without doing it. */
export async function rehearseForHold(world: World, holdId: string) {
  const seen = await seeIssuing(world, null, holdId);
  if (!seen) return undefined;
  const people = [];
  for (const { enrolmentId, name, standing } of seen.people) {
    const outcome = standing === 'has' ? undefined : await rehearseIssuing(world, enrolmentId);
    people.push({ enrolmentId, name, would: outcome === undefined ? 'had' : outcome.ok ? 'issue' : outcome.reason });
  }
  return people;
}
