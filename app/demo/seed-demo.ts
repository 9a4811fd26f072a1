import type { World } from '#app/platform/world.server.ts';
import { giveAttendanceProof } from '#app/use-cases/certificates/issuing/give-attendance-proof.server.ts';
import { remindOfRenewal } from '#app/use-cases/certificates/issuing/remind-of-renewal.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { serviceIdOf } from '#app/use-cases/places/service-id-of.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { setRolloutDate } from '#app/use-cases/readiness/monday/set-rollout-date.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import municipalities from '#db/places/municipalities.json';
import { markAllMailSent } from '#db/queries/outbox.ts';
import { deleteSetting, findSetting, insertSetting } from '#db/queries/setting.ts';
import { requireOk, walkTo } from './adviser.ts';
import { begin, type Cast, clockAt, makeCast, staffOf } from './cast.ts';
import { decisionStories, playDecision } from './decision-stories.ts';
import { noteGuidance } from './guidance-notes.ts';
import { playHelpPoints } from './help-point-stories.ts';
import { playPapers } from './paper-stories.ts';
import { playPartners } from './partner-stories.ts';
import { givenNames } from './people.ts';
import { playPractice } from './practice-rounds.ts';
import { playReadyPlace, readyPlace } from './ready-place.ts';
import { playRenewal, renewalStories } from './renewal-stories.ts';
import { freezeFirstWave, playRollout } from './rollout-stories.ts';
import type { NamedAdviser } from './stage.ts';
import { playRatings } from './step-ratings.ts';
import { type LearningStory, learningStories, playLearning } from './stories.ts';

type Size = 'small' | 'whole';

/** This setting exists until the last invented person is added, so an interrupted seeding leaves it behind. */
export const unfinishedDemo = 'demo-unfinished';

export const isUnfinishedDemo = async (world: World) => (await findSetting(world.db, unfinishedDemo)) !== undefined;

/** Marks an empty database as a demo; one with people in it never becomes one. */
export async function markAsDemo(world: World): Promise<boolean> {
  const anybody = await world.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (anybody || (await findSetting(world.db, 'demo'))) return false;
  await world.db.transaction().execute(async (trx) => {
    await insertSetting(trx, 'demo', '1', world.now());
    await insertSetting(trx, unfinishedDemo, '1', world.now());
  });
  return true;
}

/**
 * Fills a marked database by running the use cases through time: nothing is written that they would refuse.
 * `small` is the named people and the stories made by hand; `whole` adds advisers all over the country.
 */
export async function seedDemo(world: World, size: Size): Promise<{ people: number; certificates: number }> {
  if ((await findSetting(world.db, 'demo')) !== '1')
    throw new Error('Only a database that is marked as demo is filled with invented people.');
  const cast = await makeCast(world);
  await playNamed(cast);
  for (const [at, story] of [...learningStories, ...oftenPlayed].entries())
    await playLearning(cast, story, someone(at));
  for (const [at, story] of decisionStories.entries())
    await playDecision(cast, story, someone(at + learningStories.length + oftenPlayed.length));
  for (const [at, story] of renewalStories.entries())
    await playRenewal(cast, story, someone(at + learningStories.length + oftenPlayed.length + decisionStories.length));
  if (size === 'whole') await playTheRest(cast);
  await tellTheCountry(cast, size);
  await playReadyPlace(cast);
  await noteGuidance(cast, size);
  await playPractice(cast, size);
  await playRatings(cast);
  await playPartners(cast);
  await playRollout(cast);
  await playPapers(cast);
  await playHelpPoints(cast);
  await freezeFirstWave(cast);
  await remindOfRenewal(world);
  // Invented people have no mailbox: their letters never leave.
  await markAllMailSent(world.db, world.now());
  await deleteSetting(world.db, unfinishedDemo);
  const count = async (table: 'person' | 'certificate') =>
    Number(
      (
        await world.db
          .selectFrom(table)
          .select((each) => each.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  return { people: await count('person'), certificates: await count('certificate') };
}

/** A few stories are common enough to be met more than once. */
const oftenPlayed: LearningStory[] = ['certified', 'quiz-open', 'handed-in', 'certified', 'requested', 'handed-in'];

const someone = (at: number): NamedAdviser => ({
  givenName: givenNames[(at * 3) % givenNames.length]!,
  code: municipalities[(at * 7) % municipalities.length]!.code,
});

async function playNamed(cast: Cast): Promise<void> {
  const find = async (givenName: string): Promise<Viewer> => {
    const row = await cast.world.db
      .selectFrom('person')
      .innerJoin('person_name', 'person_name.person_id', 'person.id')
      .select('person.id')
      .where('person_name.given_name', '=', givenName)
      .where('person.demo', '=', 1)
      .executeTakeFirstOrThrow();
    return {
      personId: row.id,
      name: `${givenName} Eksempel`,
      language: 'da',
      grants: [{ role: 'adviser', serviceId: null }],
      sessionKey: '',
    };
  };
  const vera = clockAt(cast, 20);
  const enrolled = await begin(vera, cast, await find('Vera'), cast.holds.now);
  await walkTo(vera, enrolled, staffOf(cast), 'm2-test');
  const { steps, validity } = cast.world.catalogue.find(cast.course, cast.edition)!.course;
  const long = Math.round(((validity?.months ?? 0) * 365.25) / 12) - 45;
  // Nora began lately, on the newest edition: its first lesson is open.
  await begin(clockAt(cast, 3), cast, await find('Nora'), cast.holds.newest);
  const villy = clockAt(cast, long);
  await walkTo(villy, await begin(villy, cast, await find('Villy'), cast.holds.old), staffOf(cast));
  // Dina was there on the day and never finished; her leader gave her a proof of it.
  const dina = clockAt(cast, 90);
  const attended = await begin(dina, cast, await find('Dina'), cast.holds.ended);
  await walkTo(dina, attended, staffOf(cast), steps[steps.findIndex(({ kind }) => kind === 'day') + 1]!.id);
  requireOk(await giveAttendanceProof(dina.world, cast.leaders[0]!, { enrolmentId: attended.enrolmentId }));
  dina.pass(60 * 24 * 3_600_000);
  await sweepDeadlines(dina.world);
}

/** Advisers all over the country, more where more people live, so that the map is not empty. */
async function playTheRest(cast: Cast): Promise<void> {
  const usual: LearningStory[] = [
    'certified',
    'certified',
    'certified',
    'certified',
    'certified',
    'quiz-open',
    'started',
    'handed-in',
  ];
  let at = 0;
  for (const { code, population } of municipalities) {
    const eager = cast.random();
    const most = Math.max(1, Math.min(8, Math.ceil(population / 30_000)));
    const here = eager < 0.12 ? 0 : Math.round(most * (0.55 + eager * 0.85));
    for (let n = 0; n < here; n++) {
      at += 1;
      const story = usual[Math.floor(cast.random() * (eager > 0.6 ? 5 : usual.length))]!;
      await playLearning(cast, story, {
        givenName: `${givenNames[(at * 37) % givenNames.length]} ${givenNames[(at * 53 + 7) % givenNames.length]}`,
        code,
      });
    }
  }
}

/** What the agency has noted: invitations, commitments and evidence, some of it grown too old. */
async function tellTheCountry(cast: Cast, size: Size): Promise<void> {
  const decided = clockAt(cast, 60);
  const rollout = { day: `${Number(dayOf(cast.world.now()).slice(0, 4)) + 1}-10-01`, target: '80', note: '' };
  requireOk(await setRolloutDate(decided.world, cast.agency, rollout));
  const gates = cast.world.policy.gates.filter(({ kind }) => kind === 'evidence').map(({ key }) => key);
  const places = size === 'whole' ? municipalities : municipalities.slice(0, 12);
  for (const { code, pilot2012 } of places) {
    const serviceId = serviceIdOf(code);
    const care = cast.random();
    const invited = clockAt(cast, 300);
    requireOk(
      await recordRollout(invited.world, cast.agency, {
        serviceId,
        type: 'invited',
        onDay: dayOf(invited.world.now()),
        note: '',
      }),
    );
    // Nobody knows what the pilots of 2012 have today, so nothing is said of them. The ready place has its own story.
    if (care < 0.25 || pilot2012 || code === readyPlace) continue;
    const committed = clockAt(cast, 250);
    requireOk(
      await recordRollout(committed.world, cast.agency, {
        serviceId,
        type: 'committed',
        onDay: dayOf(committed.world.now()),
        note: '',
      }),
    );
    for (const gate of gates) {
      if (cast.random() > 0.55 + care * 0.45) continue;
      const { world } = clockAt(cast, Math.floor(cast.random() * (care > 0.5 ? 80 : 140)) + 1);
      const value = cast.random() < 0.93 ? 'opfyldt' : 'ikke-opfyldt';
      requireOk(
        await recordEvidence(world, cast.agency, {
          serviceId,
          gate,
          value,
          observedOn: dayOf(world.now()),
          lastDay: '',
          note: 'Eksempel på dokumentation',
        }),
      );
    }
  }
}
