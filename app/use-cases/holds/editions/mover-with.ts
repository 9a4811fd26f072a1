import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { hasStayed } from '#curriculum/flow/editions/edition-at.ts';
import { planMigration } from '#curriculum/flow/editions/migration.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';

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
/** What moving from an earlier edition would mean for one adviser with this history. */
export function moverWith(
  row: EnrolmentRow & { name: string },
  { from, to, events, now }: { from: Edition; to: Edition; events: readonly HistoryEvent[]; now: string },
): Mover {
  const head = { enrolmentId: row.id, name: row.name, edition: row.edition, state: row.state };
  const plan = planMigration(from.course, to.course, events, now);
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
