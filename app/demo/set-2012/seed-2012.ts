import type { World } from '#app/platform/world.server.ts';
import { logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { recordAgreement } from '#app/use-cases/partners/record-agreement.server.ts';
import { recordMeeting } from '#app/use-cases/partners/record-meeting.server.ts';
import { recordOutreach } from '#app/use-cases/partners/record-outreach.server.ts';
import { serviceIdOf } from '#app/use-cases/places/service-id-of.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { setRolloutDate } from '#app/use-cases/readiness/monday/set-rollout-date.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import municipalities from '#db/places/municipalities.json';
import { markAllMailSent } from '#db/queries/outbox.ts';
import { deleteSetting, insertSetting } from '#db/queries/setting.ts';
import { requireOk, worldThrough } from '../adviser.ts';
import { addViewer } from '../cast.ts';
import { markAsDemo, unfinishedDemo } from '../seed-demo.ts';
import { agreement, dayOfTheTalk, efforts, guidance, meetings, pilotNote, rollout } from './known-in-2012.ts';
import { addUnnamedPilot, unnamedLibrary } from './unnamed-pilot.ts';

/** From this instant on the clock runs in a database of the set. */
export const began = `${dayOfTheTalk}T10:00:00.000Z`;

/** Marks an empty database as the set of 2012; one with people in it, or a demo, never becomes one. */
export async function markAs2012(world: World): Promise<boolean> {
  if (!(await markAsDemo(world))) return false;
  await insertSetting(world.db, 'clock-began', began, world.now());
  return true;
}

/**
 * Fills a marked database with what is known of the spring of 2012, by the use cases, on the day of the talk. Two people are
 * invented, because somebody has to look and to note; no figure is. What nobody knows of a pilot stays unknown.
 */
export async function seed2012(given: World): Promise<{ people: number; certificates: number }> {
  const clock = worldThrough(given, `${dayOfTheTalk}T08:00:00.000Z`);
  const { world } = clock;
  const pilots = municipalities.filter(({ pilot2012 }) => pilot2012).map(({ code }) => code);
  await setUpPlaces(world);
  await addUnnamedPilot(world, pilots[0]!);
  const agency = await addViewer(world, { givenName: 'Stine', roles: ['agency'], work: 'agency', demo: true });
  const adviser = await addViewer(world, {
    ...{ givenName: 'Vera', roles: ['adviser'], work: 'adviser', demo: true, library: unnamedLibrary },
  });
  clock.pass(60_000);
  await agree(world, agency);
  await reachOut(world, agency);
  for (const code of pilots)
    requireOk(
      await recordRollout(world, agency, {
        ...{ serviceId: serviceIdOf(code), type: 'committed', onDay: dayOfTheTalk, note: pilotNote },
      }),
    );
  requireOk(await setRolloutDate(world, agency, { ...rollout, target: '' }));
  for (const note of guidance) requireOk(await logGuidance(world, adviser, { ...note, operationId: note.topic }));
  await markAllMailSent(world.db, world.now());
  await deleteSetting(world.db, unfinishedDemo);
  return { people: 2, certificates: 0 };
}

async function agree(world: World, agency: Viewer): Promise<void> {
  requireOk(
    await recordAgreement(world, agency, {
      ...{ ...agreement, serviceId: '', purpose: 'cooperation', from: dayOfTheTalk, files: [] },
    }),
  );
  for (const each of meetings)
    requireOk(
      await recordMeeting(world, agency, {
        ...{ ...each, serviceId: '', held: true, onDay: dayOfTheTalk, startsAt: '', place: '' },
        ...{ nextStep: '', nextOwner: '', nextOn: '' },
      }),
    );
}

async function reachOut(world: World, agency: Viewer): Promise<void> {
  for (const each of efforts)
    requireOk(
      await recordOutreach(world, agency, {
        ...{ ...each, serviceId: '', onDay: dayOfTheTalk, lastDay: '', amount: '1' },
        ...{ cost: '', paidBy: '', answer: 'none', files: [] },
      }),
    );
}
