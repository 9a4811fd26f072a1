import { prepared } from '#db/prepared.ts';
import type { Db, Row } from '#db/schema.ts';

type DayRow = Pick<Row<'course_day'>, 'step' | 'held_on' | 'starts_at' | 'place'>;
/** The last day to finish, and the coming course days in order. */
export type EnrolmentDates = { finishBy: string; days: DayRow[] };

/**
 * Enrolments with their dates: one row for every course day from a day on, or a single row if there is none. The last
 * day to finish is the enrolment's own latest deadline, else the last day of the hold.
 */
export const enrolmentsWithDates = (db: Db, from: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('hold', 'hold.id', 'enrolment.hold_id')
    .leftJoin('course_day', (join) =>
      join.onRef('course_day.hold_id', '=', 'hold.id').on('held_on', '>=', from).on('cancelled_at', 'is', null),
    )
    .select(({ selectFrom }) => [
      'hold.ends_on',
      'course_day.step as day_step',
      'course_day.held_on',
      'course_day.starts_at',
      'course_day.place',
      selectFrom('exception')
        .select('value')
        .whereRef('exception.enrolment_id', '=', 'enrolment.id')
        .where('kind', '=', 'own-deadline')
        .orderBy('exception.recorded_at', 'desc')
        .orderBy('exception.id', 'desc')
        .limit(1)
        .as('own_end'),
    ]);

type DatesRow = { ends_on: string; own_end: string | null; day_step: string | null } & {
  [Key in keyof Omit<DayRow, 'step'>]: DayRow[Key] | null;
};

/** Collects the dates from the rows of one enrolment. */
export function datesIn(rows: readonly DatesRow[]): EnrolmentDates {
  const { own_end, ends_on } = rows[0]!;
  return {
    finishBy: own_end ?? ends_on,
    days: rows.flatMap(({ day_step, held_on, starts_at, place }) =>
      day_step === null ? [] : [{ step: day_step, held_on: held_on!, starts_at: starts_at!, place: place! }],
    ),
  };
}

/** The dates of an enrolment, in one statement. */
export async function findDatesOf(db: Db, enrolmentId: string, from: string): Promise<EnrolmentDates> {
  return datesIn(await askDates(db, { enrolmentId, from }));
}

const askDates = prepared(['enrolmentId', 'from'], (db, { enrolmentId, from }) =>
  enrolmentsWithDates(db, from).where('enrolment.id', '=', enrolmentId).orderBy('held_on').orderBy('starts_at'),
);
