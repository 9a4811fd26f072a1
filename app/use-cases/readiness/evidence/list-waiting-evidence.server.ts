import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { paperWaits } from '#curriculum/readiness/paper.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import { listUndecided } from '#db/queries/evidence.ts';
import { listMunicipalities } from '#db/queries/place.ts';

export type WaitingEvidence = {
  id: string;
  serviceId: string;
  service: string;
  codes: string[];
  gate: string;
  value: GateValue;
  note: string;
  observedOn: string;
  recordedAt: string;
  by: string | null;
  documentName: string | null;
  link: string | null;
};

/** What contact persons say of their places and the policy wants confirmed, what has waited longest first. */
export async function listWaitingEvidence(world: World, viewer: Viewer): Promise<WaitingEvidence[] | undefined> {
  if (!may(viewer, 'confirm-evidence')) return undefined;
  const today = dayOf(world.now());
  const rules = versionOn(world.policy, today);
  const [rows, places] = await Promise.all([
    listUndecided(world.db, today),
    listMunicipalities(world.db, { day: today }),
  ]);
  return rows
    .filter((row) => paperWaits(rules, { ...row, stated: { decision: null } }, today))
    .map(({ id, serviceId, service, gate, value, note, observedOn, recordedAt, by, documentName, link }) => ({
      ...{ id, serviceId, service, gate, value, note, observedOn, recordedAt, by, documentName, link },
      codes: places.flatMap((place) => (place.serviceId === serviceId ? [place.code] : [])),
    }));
}
