import { listCertificatesOf } from '#db/queries/certificate.ts';
import { type Clock, type Enrolled, nextStep, type Staff, takeQuiz, walkTo } from './adviser.ts';
import { addViewer, begin, type Cast, clockAt, libraryIn, staffOf } from './cast.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The given name of somebody and the municipality they work in. */
export type NamedAdviser = { givenName: string; code: string };

/** The beginnings of a story about one adviser: registered, started or certified this many days ago. */
export function stageOf(cast: Cast, who: NamedAdviser) {
  const { course } = cast.world.catalogue.find(cast.course, cast.edition)!;
  const staff = staffOf(cast);
  const firstOf = (kind: string) => course.steps.find((step) => step.kind === kind)!.id;
  const start = async (daysAgo: number, hold = cast.holds.now) => {
    const clock = clockAt(cast, daysAgo);
    const viewer = await addViewer(clock.world, {
      givenName: who.givenName,
      roles: ['adviser'],
      work: 'adviser',
      library: libraryIn(who.code),
    });
    clock.pass(hour);
    return { clock, viewer, hold };
  };
  const started = async (daysAgo: number, hold = cast.holds.now) => {
    const { clock, viewer } = await start(daysAgo, hold);
    return { clock, viewer, enrolled: await begin(clock, cast, viewer, hold) };
  };
  const certified = async (daysAgo: number) => {
    const made = await started(daysAgo, cast.holds.old);
    await walkTo(made.clock, made.enrolled, staff);
    const [certificate] = await listCertificatesOf(cast.world.db, made.viewer.personId);
    return { ...made, number: certificate!.number };
  };
  return {
    start,
    started,
    certified,
    staff,
    practical: firstOf('practical'),
    quiz: firstOf('quiz'),
    courseDay: firstOf('day'),
    validDays: Math.round(((course.validity?.months ?? 0) * 365.25) / 12),
  };
}

/** Takes every attempt at the first quiz, two days apart, and fails each one. */
export async function failQuiz(clock: Clock, enrolled: Enrolled, staff: Staff, quiz: string): Promise<void> {
  await walkTo(clock, enrolled, staff, quiz);
  for (let tries = 0; (await nextStep(clock, enrolled))?.step === quiz && tries < 9; tries++) {
    clock.pass(2 * day);
    await takeQuiz(clock, enrolled, quiz, 0.25);
  }
}

export async function latestSubmission(cast: Cast, { enrolmentId }: Enrolled, step: string): Promise<string> {
  const { id } = await cast.world.db
    .selectFrom('submission')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
