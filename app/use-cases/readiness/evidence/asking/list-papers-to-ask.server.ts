import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isAskedLately } from '#curriculum/readiness/asked-lately.ts';
import type { Reason } from '#curriculum/readiness/readiness-of.ts';
import { listLastAsked } from '#db/queries/evidence-request.ts';

export const papersLacking = ['unknown', 'unmet', 'soon'] as const;
export type PaperLacking = (typeof papersLacking)[number];

export type PaperToAsk = {
  serviceId: string;
  service: string;
  codes: string[];
  gate: string;
  /** Nobody knows, the paper says no, or it counts for 30 more days at most. */
  lacks: PaperLacking;
  reason: Reason;
  lastDay: string | null;
  askedOn: string | null;
  askedLately: boolean;
};

const ahead = 30;

/** The papers that the agency may ask for: unknown, not met, or soon too old. What waits for the agency is not among them. */
export async function listPapersToAsk(
  world: World,
  viewer: Viewer | null,
  only: { gate?: string; lacks?: string; serviceId?: string } = {},
): Promise<PaperToAsk[] | undefined> {
  if (viewer && !may(viewer, 'ask-for-evidence')) return undefined;
  const today = dayOf(world.now());
  const services = only.serviceId ? [only.serviceId] : undefined;
  const [readiness, asked] = await Promise.all([
    readinessOfDay(world, addDays(today, ahead), { services }),
    listLastAsked(world.db),
  ]);
  const lastAsked = new Map(asked.map(({ serviceId, gate, askedOn }) => [`${serviceId} ${gate}`, askedOn]));
  return readiness.services
    .flatMap(({ serviceId, name, municipalities, gates, falling = [] }) =>
      gates.flatMap(({ key, kind, value, reason }): PaperToAsk[] => {
        if (kind !== 'evidence' || reason.code === 'awaits') return [];
        const lastDay = falling.find(({ gate }) => gate === key)?.lastDay ?? null;
        const lacks =
          value === 'ukendt' ? 'unknown' : value === 'ikke-opfyldt' ? 'unmet' : lastDay ? 'soon' : undefined;
        if (!lacks) return [];
        const askedOn = lastAsked.get(`${serviceId} ${key}`) ?? null;
        const askedLately = askedOn !== null && isAskedLately(askedOn, today);
        const codes = municipalities.map(({ code }) => code);
        return [{ serviceId, service: name, codes, gate: key, lacks, reason, lastDay, askedOn, askedLately }];
      }),
    )
    .filter(({ gate, lacks }) => (!only.gate || only.gate === gate) && (!only.lacks || only.lacks === lacks))
    .sort((a, b) => danish.compare(a.service, b.service));
}
