import type { World } from '#app/platform/world.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { formatList } from '#app/words/format.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { hasStayed } from '#curriculum/flow/editions/edition-at.ts';
import { type MigrationDecision, planMigration } from '#curriculum/flow/editions/migration.ts';
import type { Db } from '#db/schema.ts';
import { appendMove } from './append-move.server.ts';

/** `already` if the same was decided before. Who cannot move stays where they are. */
export type Decided =
  | { outcome: 'moved' | 'stays' | 'already' }
  | { outcome: 'cannot'; because: 'not-running' | 'silent' }
  | { outcome: 'cannot'; because: 'attempt-running' | 'work-waiting'; steps: { da: string; en: string }[] };

/** Carries a decision out for one enrolment, in the caller's transaction, and writes to whoever moves. */
export async function decideForOne(
  world: World,
  trx: Db,
  enrolmentId: string,
  { to, decision, viewer }: { to: Edition; decision: MigrationDecision; viewer: Viewer | null },
): Promise<Decided> {
  const record = (await lockRecord(world, trx, enrolmentId))!;
  const from = record.edition.course;
  const actor = viewer?.personId ?? null;
  if (compareEditions(from.edition, to.course.edition) >= 0) return { outcome: 'already' };
  const events = await historyOf(trx, enrolmentId);
  const at = world.now();
  const plan = planMigration(from, to.course, events, at);
  const titles = (ids: readonly string[]) => from.steps.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  if (!plan.ok) {
    if (plan.reason !== 'attempt-running') return { outcome: 'cannot', because: 'not-running' };
    return { outcome: 'cannot', because: plan.reason, steps: titles(plan.steps) };
  }
  if (plan.change === 'editorial') return { outcome: 'cannot', because: 'silent' };
  if (decision === 'stay') {
    if (hasStayed(events, to.course.edition)) return { outcome: 'already' };
    const event = { at, type: 'stayed', edition: to.course.edition } as const;
    await appendMove(world, trx, record, { event, edition: to, actor });
    return { outcome: 'stays' };
  }
  const waiting = plan.waiting[decision];
  if (waiting.length > 0) return { outcome: 'cannot', because: 'work-waiting', steps: titles(waiting) };
  const [event] = plan.decide[decision];
  await appendMove(world, trx, record, { event, edition: to, actor });
  const again = titles(decision === 'restart' ? plan.begun : plan.lost);
  await writeLetter(world, trx, {
    personId: record.enrolment.person_id,
    key: `edition:${enrolmentId}:${to.course.edition}`,
    template: decision === 'restart' ? 'edition.restart' : again.length > 0 ? 'edition.again' : 'edition.kept',
    words: (language) => ({
      course: to.course.title[language],
      edition: to.course.edition,
      steps: formatList(
        language,
        again.map((title) => title[language]),
      ),
    }),
  });
  return { outcome: 'moved' };
}
