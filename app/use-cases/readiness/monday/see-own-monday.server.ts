import type { World } from '#app/platform/world.server.ts';
import { expiring } from '#app/use-cases/readiness/questions/expiring.server.ts';
import { shortage } from '#app/use-cases/readiness/questions/shortage.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { formatDay } from '#app/words/format.ts';
import type { GateResult, GateValue, ServiceReadiness, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { type MondayDays, mondayDays } from './monday-days.server.ts';

export type OwnPlace = {
  serviceId: string;
  name: string;
  places: { code: string; name: string }[];
  verdict: Verdict;
  /** In order of their last days: certificates (`people`) and papers (`title`) that count no longer on the day. */
  ending: { lastDay: string; people: number | null; title: string | null }[];
  lacks: { gate: string; kind: GateResult['kind']; title: string; value: GateValue; reason: string }[];
};
export type OwnMonday = MondayDays & {
  services: OwnPlace[];
  /** The free seats on holds to come. */
  free: number;
};

/**
 * The same answer for a contact person's own library services: what each lacks on the day of the rollout, and what runs out
 * until then.
 */
export async function seeOwnMonday(
  world: World,
  viewer: Viewer,
  { language }: { language: 'da' | 'en' },
): Promise<OwnMonday | undefined> {
  if (servicesFor(viewer, 'see-readiness') === 'all') return undefined;
  const days = await mondayDays(world);
  const readiness = await readinessOn(world, viewer, days.day);
  if (!readiness) return undefined;
  const [ends, short] = await Promise.all([expiring(world, readiness), shortage(world, readiness)]);
  const titles = new Map(world.policy.gates.map(({ key, title }) => [key, title[language]]));
  const ownPlaceOf = ({ serviceId, name, municipalities, verdict, gates }: ServiceReadiness): OwnPlace => ({
    serviceId,
    name,
    places: municipalities.map((each) => ({ code: each.code, name: each.name })),
    verdict,
    ending: ends.rows
      .filter((row) => row.serviceId === serviceId)
      .map(({ lastDay, people, gate }) => ({ lastDay, people, title: gate && (titles.get(gate) ?? gate) })),
    lacks: gates.flatMap(({ key, kind, value, reason }) => {
      const said = reasonText(reason, language, (day) => formatDay(language, day));
      return value === 'ikke-opfyldt' || value === 'ukendt'
        ? [{ gate: key, kind, title: titles.get(key) ?? key, value, reason: said }]
        : [];
    }),
  });
  return { ...days, services: readiness.services.map(ownPlaceOf), free: short.totals.free };
}
