import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { movableStates } from '#curriculum/flow/editions/migration.ts';
import type { StepChange } from '#curriculum/flow/editions/step-changes.ts';
import { listMovable } from '#db/queries/edition-move.ts';
import { findHold } from '#db/queries/hold.ts';
import { laterEditions } from './later-editions.ts';
import { moverOf } from './mover-of.server.ts';
import type { Mover } from './mover-with.ts';

type Words = { da: string; en: string };
export type MigrationPreview = {
  hold: { id: string; name: string; edition: string };
  course: Words;
  /** The published editions that this hold could move to, the newest first. */
  editions: string[];
  to: string;
  change: 'editorial' | 'material';
  /** Requirements of the whole course that differ. */
  differs: string[];
  steps: StepChange[];
  people: Mover[];
};
export type PreviewOutcome =
  | { ok: true; preview: MigrationPreview; edition: Edition }
  | { ok: false; reason: 'not-found' | 'no-newer-edition' | 'no-such-edition' };

/** What a newer edition changes, and who of a hold would keep or lose what. Without `to` the newest edition is meant. */
export async function previewMigration(
  world: World,
  viewer: Viewer | null,
  input: { holdId: string; to?: string | undefined },
): Promise<PreviewOutcome> {
  const hold = await findHold(world.db, input.holdId);
  if (!hold || (viewer && !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })))
    return { ok: false, reason: 'not-found' };
  const rows = await listMovable(world.db, hold.id, movableStates);
  // After the hold has moved, somebody may still be on the edition before.
  const oldest = [hold.edition, ...rows.map(({ edition }) => edition)].sort(compareEditions)[0]!;
  const editions = laterEditions(world, hold.course, oldest);
  const edition = input.to ? editions.find(({ course }) => course.edition === input.to) : editions[0];
  if (!edition) return { ok: false, reason: editions.length > 0 ? 'no-such-edition' : 'no-newer-edition' };
  const from = world.catalogue.find(hold.course, oldest)!;
  const { change, differs, steps } = changeBetween(from.course, edition.course);
  const people: Mover[] = [];
  for (const row of rows) people.push(await moverOf(world, row, edition));
  return {
    ok: true,
    edition,
    preview: {
      hold: { id: hold.id, name: hold.name, edition: oldest },
      course: edition.course.title,
      editions: editions.map(({ course }) => course.edition),
      to: edition.course.edition,
      change,
      differs: differs.filter((each) => !each.startsWith('steps.')),
      steps,
      people,
    },
  };
}
