import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { hasStayed } from '#curriculum/flow/editions/edition-at.ts';
import { movableStates, planMigration } from '#curriculum/flow/editions/migration.ts';
import type { StepChange } from '#curriculum/flow/editions/step-changes.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { listMovable } from '#db/queries/edition-move.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { laterEditions } from './later-editions.ts';

type Words = { da: string; en: string };
export type Titled = { id: string; title: Words };
/** What the decision means for one adviser. `there` is on the edition already, `silent` moves without a decision. */
export type Mover = {
  enrolmentId: string;
  name: string;
  edition: string;
  state: EnrolmentState;
} & (
  | { standing: 'there' | 'silent' | 'not-running' }
  | { standing: 'attempt-running'; steps: Titled[] }
  | {
      standing: 'open';
      /** It was decided already that they stay. */
      stays: boolean;
      kept: Titled[];
      declared: Titled[];
      lost: Titled[];
      begun: Titled[];
      waiting: { migrate: Titled[]; restart: Titled[] };
    }
);
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

async function moverOf(world: World, row: EnrolmentRow & { name: string }, to: Edition): Promise<Mover> {
  const head = { enrolmentId: row.id, name: row.name, edition: row.edition, state: row.state };
  const from = world.catalogue.find(row.course, row.edition);
  if (!from || compareEditions(row.edition, to.course.edition) >= 0) return { ...head, standing: 'there' };
  const events = await historyOf(world.db, row.id);
  const plan = planMigration(from.course, to.course, events, world.now());
  if (!plan.ok) {
    if (plan.reason !== 'attempt-running') return { ...head, standing: 'not-running' };
    return { ...head, standing: 'attempt-running', steps: titled(from.course, plan.steps) };
  }
  if (plan.change === 'editorial') return { ...head, standing: 'silent' };
  return {
    ...head,
    standing: 'open',
    stays: hasStayed(events, to.course.edition),
    kept: titled(to.course, plan.kept),
    declared: titled(to.course, plan.declared),
    lost: titled(from.course, plan.lost),
    begun: titled(from.course, plan.begun),
    waiting: {
      migrate: titled(from.course, plan.waiting.migrate),
      restart: titled(from.course, plan.waiting.restart),
    },
  };
}

const titled = ({ steps }: Course, ids: readonly string[]): Titled[] =>
  steps.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }));
