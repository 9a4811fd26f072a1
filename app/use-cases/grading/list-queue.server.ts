import type { World } from '#app/platform/world.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { answerBy } from '#curriculum/grading/answer-by.ts';
import { isBlind } from '#curriculum/grading/blind.ts';
import { nextPart } from '#curriculum/grading/double-grading.ts';
import { countQueue, type QueuePart, listQueue as queueRows } from '#db/queries/grading-queue.ts';
import { graderOf } from './grader-of.server.ts';
import { holderOf, type WorkHolder } from './holder-of.ts';

export type QueueEntry = {
  submissionId: string;
  /**
   * Null until the leader leads the hold or has taken the work: whose it is, is nobody else's to know. Where a course hides
   * it from graders, null until it is decided.
   */
  name: string | null;
  library: string | null;
  hold: string;
  step: { da: string; en: string };
  number: number;
  handedInAt: string;
  daysWaited: number;
  /** The last day to answer on. */
  answerBy: string;
  state: 'free' | 'mine' | 'taken';
  /** Whether it is graded from the start, for the second time by another leader, or to settle what two differ in. */
  next: 'first' | 'second' | 'settling';
  /** The other leader who has taken it; null if nobody has, or the viewer has. */
  holder: WorkHolder | null;
};
export type Queue = {
  /** A page of what the leader may grade and is free or theirs. */
  entries: QueueEntry[];
  page: number;
  pages: number;
  /** The oldest of what other leaders have taken. */
  taken: QueueEntry[];
  /** `anothers`: the viewer graded it first, and another leader is to grade it too. */
  count: { open: number; taken: number; excluded: number; anothers: number };
  /** How many days the oldest open work has waited. */
  longest: number;
};

type QueueRow = Awaited<ReturnType<typeof queueRows>>[number];

const perPage = 25;

/**
 * The work that waits for grading, oldest first: a page of what the leader may grade and is free or theirs, and the first
 * of what others have taken. Work with a conflict of interest is counted and not shown. A page beyond the last is the
 * last.
 */
export async function listQueue(
  world: World,
  viewer: Viewer,
  asked: { page: number } = { page: 1 },
): Promise<Queue | undefined> {
  if (!may(viewer, 'grade')) return undefined;
  const grader = await graderOf(world, viewer);
  const { oldest, ...count } = await countQueue(world.db, grader);
  const { page, of: pages, offset } = pageOf(asked.page, count.open, perPage);
  const entriesOf = async (part: QueuePart, offset: number) => {
    const rows = await queueRows(world.db, grader, { part, limit: perPage, offset });
    return tellApart(rows, { who: ({ person_id }) => person_id }).map((row) => entryOf(world, viewer, row));
  };
  return {
    entries: await entriesOf('open', offset),
    page,
    pages,
    taken: count.taken > 0 ? await entriesOf('taken', 0) : [],
    count,
    longest: oldest ? daysBetween(dayOf(oldest), grader.day) : 0,
  };
}

function entryOf(world: World, viewer: Viewer, row: QueueRow): QueueEntry {
  const step = world.catalogue.find(row.course, row.edition)?.course.steps.find(({ id }) => id === row.step);
  const mine = row.claimed_by === viewer.personId;
  const isHidden = step?.kind === 'practical' && isBlind(step, { decided_at: null });
  const known = (row.leads !== null || mine) && !isHidden;
  return {
    submissionId: row.id,
    name: known ? row.name : null,
    library: known ? row.library : null,
    hold: row.hold,
    step: step?.title ?? { da: row.step, en: row.step },
    number: row.number,
    handedInAt: row.handed_in_at!,
    answerBy: answerBy(row.handed_in_at!),
    daysWaited: daysBetween(dayOf(row.handed_in_at!), dayOf(world.now())),
    state: row.state === 'handed-in' ? 'free' : mine ? 'mine' : 'taken',
    next: nextPart(Number(row.stored)),
    holder: row.holder && row.since && !mine ? holderOf(row.holder, row.since, world.now()) : null,
  };
}
