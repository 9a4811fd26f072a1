import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Work } from '#app/use-cases/record/each-by-itself.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { findAttempt } from '#db/queries/quiz.ts';
import { listStuckRecords, type StuckRecord } from '#db/queries/stuck-record.ts';

export type Stuck = {
  work: Work;
  subject: string;
  fault: string;
  since: string;
  last: string;
  times: number;
  /** The person whose course it is about, with the page about them on their hold. */
  about: { name: string; to: string } | null;
};

/** What the rounds cannot deal with, the longest first, for the administrator; without a viewer, for the toolkit. */
export async function listStuck(world: World, viewer: Viewer | null): Promise<Stuck[]> {
  if (viewer && !may(viewer, 'keep-database')) return [];
  const records = await listStuckRecords(world.db);
  return Promise.all(
    records.map(async (record) => ({
      // Only eachByItself writes these records.
      work: record.work as Work,
      subject: record.subject,
      fault: record.fault,
      since: record.first_at,
      last: record.last_at,
      times: record.times,
      about: await aboutOf(world, record),
    })),
  );
}

async function aboutOf(world: World, { work, subject }: StuckRecord): Promise<Stuck['about']> {
  const enrolmentId = work === 'attempt' ? (await findAttempt(world.db, subject))?.enrolment_id : subject;
  const enrolment = enrolmentId ? await findEnrolment(world.db, enrolmentId) : undefined;
  const person = enrolment && (await findPersonAt(world.db, enrolment.person_id, dayOf(world.now())));
  return person && enrolment ? { name: person.name, to: `/holds/${enrolment.hold_id}/people/${enrolment.id}` } : null;
}
