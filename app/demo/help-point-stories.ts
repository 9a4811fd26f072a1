import { recordHelpConsent } from '#app/use-cases/help-points/record-help-consent.server.ts';
import { recordHelpPoint } from '#app/use-cases/help-points/record-help-point.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { requireOk } from './adviser.ts';
import { type Cast, clockAt } from './cast.ts';

/** Invented opening hours, as libraries write them. */
const times = [
  'Mandag 14–17 og onsdag 10–12',
  'Tirsdag 10–13 og torsdag 15–18',
  'Mandag til fredag 12–15',
  'Mandag og torsdag 13–16',
];
const topics = ['vat', 'mitid-business', 'nemrefusion', 'digital-post', 'moving'];

/**
 * Libraries that agreed to be shown to everybody: those that are ready go live where nothing stands in the way, and a few more
 * have only said yes. Nothing is said of a pilot, and no telephone number is invented.
 */
export async function playHelpPoints(cast: Cast): Promise<void> {
  const { services } = await readinessOfTheCountry(cast.world, cast.today);
  const invented = services.filter(({ municipalities }) => !municipalities.some(({ pilot }) => pilot));
  const ready = invented.filter(({ verdict }) => verdict === 'klar').slice(0, 6);
  const others = invented.filter(({ stage, verdict }) => stage === 'tilsagn' && verdict !== 'klar').slice(0, 6);
  for (const [at, { serviceId, name }] of [...ready, ...others].entries()) {
    const { world } = clockAt(cast, 18 - at);
    requireOk(
      await recordHelpConsent(world, cast.agency, { serviceId, given: true, saidBy: 'Bibliotekschefen (eksempel)' }),
    );
    requireOk(
      await recordHelpPoint(world, cast.agency, {
        serviceId,
        times: times[at % times.length]!,
        place: `${name.replace('Bibliotekerne i ', '')} Bibliotek, 1. sal (eksempel)`,
        booking: at % 3 === 2 ? 'Ja, i skranken' : 'Nej, bare kom',
        phone: '',
        languages: at % 2 === 0 ? 'Dansk og engelsk' : 'Dansk',
        access: at % 3 === 0 ? 'Der er elevator.' : '',
        topics: topics.slice(0, 3 + (at % 3)),
        from: addDays(cast.today, at - 18),
      }),
    );
  }
  // The rollout says itself whether a place may open; one that may not is only on its way.
  for (const { serviceId } of ready)
    await recordRollout(cast.world, cast.agency, {
      serviceId,
      type: 'live',
      onDay: cast.today,
      note: 'Klar ved gennemgangen (eksempel)',
    });
}
