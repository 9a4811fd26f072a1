import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { inviteServices } from '#app/use-cases/rollout/invitations/invite-services.server.ts';
import { noteAnswer } from '#app/use-cases/rollout/invitations/note-answer.server.ts';
import { beginSignOff } from '#app/use-cases/rollout/sign-off/begin-sign-off.server.ts';
import { seeSignOff } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { signWave } from '#app/use-cases/rollout/sign-off/sign-wave.server.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { listInvitations } from '#db/queries/invitation.ts';
import { requireOk } from './adviser.ts';
import { type Cast, clockAt } from './cast.ts';

/** How long ago the agency made its plan, and how long ago it invited. */
const planned = 120;
const invited = 35;
const sizes = { first: 17, second: 39 };

/** Invented waves: the pilots first, then those that are nearest to being ready, then the others. */
export async function playRollout(cast: Cast): Promise<void> {
  const { world } = clockAt(cast, planned);
  const make = async (name: string, opensOn: string) => {
    const made = await recordWave(world, cast.agency, { name, opensOn });
    requireOk(made);
    return (made as { id: string }).id;
  };
  const members = await membersOf(cast);
  const waves: [id: string, services: string[]][] = [
    [await make('Pilot', addDays(cast.today, -85)), members.pilots],
    [await make('Bølge 1', addMonths(cast.today, 3)), members.first],
    [await make('Bølge 2', addMonths(cast.today, 6)), members.second],
    [await make('Bølge 3', addMonths(cast.today, 10)), members.third],
  ];
  for (const [waveId, services] of waves)
    requireOk(
      await moveToWave(world, cast.agency, {
        ...{ services, waveId, from: addDays(cast.today, -planned), why: '' },
      }),
    );
  await inviteTheLast(cast, waves[3]![0], members.third);
}

async function membersOf(cast: Cast) {
  const { services } = await readinessOfTheCountry(cast.world, cast.today);
  const pilots = services.filter(({ municipalities }) => municipalities.some(({ pilot }) => pilot));
  const others = services
    .filter((each) => !pilots.includes(each))
    .map(({ serviceId, gates }) => ({
      serviceId,
      open: gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt').length,
    }))
    .sort((a, b) => a.open - b.open || (a.serviceId < b.serviceId ? -1 : 1))
    .map(({ serviceId }) => serviceId);
  return {
    pilots: pilots.map(({ serviceId }) => serviceId),
    first: others.slice(0, sizes.first),
    second: others.slice(sizes.first, sizes.first + sizes.second),
    third: others.slice(sizes.first + sizes.second),
  };
}

/** Some of the last wave were invited on paper: two said yes, one later, and the others have not answered. */
async function inviteTheLast(cast: Cast, waveId: string, services: readonly string[]): Promise<void> {
  requireOk(
    await inviteServices(clockAt(cast, invited).world, cast.agency, {
      ...{ services: services.slice(-7), waveId, way: 'paper', answerBy: addDays(cast.today, 4), message: '' },
      preview: false,
    }),
  );
  const sent = await listInvitations(cast.world.db);
  for (const [at, answer] of (['yes', 'yes', 'later'] as const).entries())
    if (sent[at])
      requireOk(
        await noteAnswer(clockAt(cast, 20 - at).world, cast.agency, {
          ...{ invitationId: sent[at].id, answer, reason: answer === 'later' ? 'Venter på budgettet' : '' },
        }),
      );
}

/** The first wave is frozen and has its first signature; what is not ready waits or moves. Nothing is noted after it. */
export async function freezeFirstWave(cast: Cast): Promise<void> {
  const signer = cast.administrator;
  const waves = await cast.world.db
    .selectFrom('wave')
    .select(['id', 'name'])
    .where('name', 'in', ['Bølge 1', 'Bølge 2'])
    .orderBy('name')
    .execute();
  const [first, second] = waves.map(({ id }) => id) as [string, string];
  const before = (await seeSignOff(cast.world, signer, first))!.before!;
  const decisions = before.undecided.map(({ serviceId, hasOverride }, at) =>
    hasOverride
      ? { serviceId, outcome: 'override', toWave: '', why: 'Undtagelsen gælder den dag' }
      : at % 3 === 0
        ? { serviceId, outcome: 'waits', toWave: '', why: 'Når det måske i tide' }
        : { serviceId, outcome: 'moved', toWave: second, why: 'Når det ikke til dagen' },
  );
  const begun = await beginSignOff(cast.world, signer, { waveId: first, decisions });
  requireOk(begun);
  requireOk(await signWave(cast.world, signer, { roundId: (begun as { id: string }).id, hasRead: true }));
}
