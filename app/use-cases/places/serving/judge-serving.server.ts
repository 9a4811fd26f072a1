import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { type Served, type ServingRefusal, servingTimeline, whyNotServe } from '#curriculum/places/serving.ts';
import { findMunicipality, findService } from '#db/queries/place.ts';
import { listServingVersions } from '#db/queries/serving.ts';
import type { Db } from '#db/schema.ts';

export type ServingInput = { code: string; serviceId: string; from: string };
export type ServingIssue = ServingRefusal | 'no-service' | 'not-a-day';
type Judged =
  | { ok: true; municipality: string; service: string; timeline: Served[] }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: ServingIssue };

/** Whether a service can serve a municipality from a day on; why not, if it cannot. */
export async function judgeServing(db: Db, { code, serviceId, from }: ServingInput): Promise<Judged> {
  const municipality = await findMunicipality(db, code);
  if (!municipality) return { ok: false, reason: 'not-found' };
  const service = await findService(db, serviceId);
  if (!service) return { ok: false, reason: 'no-service' };
  if (!isDay(from)) return { ok: false, reason: 'not-a-day' };
  const timeline = servingTimeline(await listServingVersions(db, code));
  const refused = whyNotServe(timeline, { from, serviceId });
  if (refused) return { ok: false, reason: refused };
  return { ok: true, municipality: municipality.name, service: service.name, timeline };
}
