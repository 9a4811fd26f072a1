import { prepared } from '#db/prepared.ts';
import type { Db, Row } from '#db/schema.ts';

/** `regret` is why the adviser cannot come, if they said so. */
type DayRow = Pick<Row<'course_day'>, 'id' | 'step' | 'held_on' | 'starts_at' | 'place'> & { regret: string | null };
/** The last day to finish and the hold's own, the factor for time limits, and the coming course days in order. */
export type EnrolmentDates = { finishBy: string; holdEnds: string; ownTime: number; days: DayRow[] };

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
    .leftJoin('regret', (join) =>
      join
        .onRef('regret.course_day_id', '=', 'course_day.id')
        .onRef('regret.enrolment_id', '=', 'enrolment.id')
        .on('regret.undone_at', 'is', null),
    )
    .select(({ selectFrom }) => [
      'hold.ends_on',
      'course_day.id as day_id',
      'regret.reason as regret',
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
      selectFrom('exception as own')
        .select('own.value')
        .whereRef('own.person_id', '=', 'enrolment.person_id')
        .where('own.kind', '=', 'extra-time')
        .where('own.valid_from', '<=', from)
        .where((on) => on.or([on('own.valid_until', 'is', null), on('own.valid_until', '>', from)]))
        .orderBy('own.recorded_at', 'desc')
        .limit(1)
        .as('own_time'),
    ]);

type DatesRow = {
  ends_on: string;
  own_end: string | null;
  own_time: string | null;
  day_id: string | null;
  day_step: string | null;
} & {
  [Key in keyof Omit<DayRow, 'step' | 'id'>]: DayRow[Key] | null;
};

/** Collects the dates from the rows of one enrolment. */
export function datesIn(rows: readonly DatesRow[]): EnrolmentDates {
  const { own_end, own_time, ends_on } = rows[0]!;
  return {
    finishBy: own_end ?? ends_on,
    holdEnds: ends_on,
    ownTime: Math.max(1, Number(own_time ?? 1)),
    days: rows.flatMap(({ day_id, day_step, held_on, starts_at, place, regret }) =>
      day_id === null
        ? []
        : [{ id: day_id, step: day_step!, held_on: held_on!, starts_at: starts_at!, place: place!, regret }],
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
