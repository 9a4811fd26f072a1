import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { correctAffiliation, updateAffiliation } from '#db/queries/affiliation.ts';
import { findLibraryChange, lockLibrary, updateLibrary } from '#db/queries/library.ts';
import { endServiceGrants, insertAffiliation, lockPerson } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { type ClosingInput, type ClosingRefusal, type JudgedClosing, judgeClosing } from './judge-closing.server.ts';
import { noteLibraryChange } from './note-library-change.server.ts';

type Refused = { ok: false } & (
  | ClosingRefusal
  | { reason: 'forbidden' }
  | { reason: 'no-reason' | 'changed-meanwhile' }
);
type Outcome = { ok: true; people: number } | Refused;
type Input = ClosingInput & { why: string; operationId?: string };

/**
 * Closes a library from a day on, alone or into its successor. On the same day its people go on at the successor or leave:
 * what they had ends, and what they get is new, so past days stay as they were.
 */
export function closeLibrary(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
    const operation = viewer && operationOf(viewer, input);
    const done = operation ? await findLibraryChange(trx, operation) : undefined;
    if (done) return { ok: true, people: 0 };
    const found = await judgeClosing(trx, input);
    if (!found.ok) return found;
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    // People before libraries, as everywhere, so that a move and a closing wait for each other.
    const people = [...new Set(found.stays.map(({ personId }) => personId))].sort();
    for (const id of people) await lockPerson(trx, id);
    for (const number of [found.library.number, found.successor?.number ?? ''].sort()) await lockLibrary(trx, number);
    const judged = await judgeClosing(trx, input);
    if (!judged.ok) return judged;
    // Somebody who came while we waited is not locked.
    if (judged.stays.some(({ personId }) => !people.includes(personId)))
      return { ok: false, reason: 'changed-meanwhile' };
    await movePeople(world, trx, viewer, input.day, judged);
    const { library, successor, stays } = judged;
    const now = world.now();
    await updateLibrary(trx, library.number, { closed_on: input.day, successor: successor?.number ?? null }, now);
    await noteLibraryChange(world, trx, viewer, {
      number: library.number,
      kind: 'closed',
      on_day: input.day,
      name: library.name,
      municipality_code: library.code,
      guidance_point: library.guidancePoint,
      successor: successor?.number ?? null,
      moved: stays.length,
      why,
      client_op_id: operation,
      detail: [input.day, successor?.number ?? ''].join(' ').trim(),
    });
    return { ok: true, people: people.length };
  });
}

async function movePeople(
  world: World,
  trx: Db,
  viewer: Viewer | null,
  day: string,
  { library, to, stays, after, contacts }: JudgedClosing,
): Promise<void> {
  const now = world.now();
  // Ends first: of one library a person has one affiliation without an end.
  for (const each of after.ended) await updateAffiliation(trx, each, now);
  for (const each of after.planned)
    await correctAffiliation(trx, each, {
      kind: to === null ? 'dropped' : 'corrected',
      personId: viewer?.personId ?? null,
      now,
    });
  for (const [at, each] of after.begun.entries()) {
    const was = stays.find(({ id }) => id === after.ended[at]!.id)!;
    await insertAffiliation(trx, {
      id: world.newId(),
      person_id: was.personId,
      library_number: each.library,
      work: was.work,
      valid_from: each.from,
      valid_until: each.until,
      guides_from: each.guidesFrom,
      recorded_at: now,
    });
  }
  for (const personId of contacts) await endServiceGrants(trx, { personId, serviceId: library.serviceId, day, now });
}
