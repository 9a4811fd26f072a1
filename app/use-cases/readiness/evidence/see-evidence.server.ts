import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findEvidence, listEvidenceHistory } from '#db/queries/evidence.ts';
import { findService, listMunicipalities } from '#db/queries/place.ts';
import { mayCorrectEvidence } from './may-correct-evidence.ts';
import { type PaperView, paperViewOf } from './paper-view-of.ts';

export type EvidenceView = PaperView & {
  today: string;
  serviceId: string;
  service: string;
  /** The first municipality of the service, to go back to. */
  code: string | null;
  name: string | null;
  /** The last day as it was typed, or none. */
  expires: boolean;
  /** What it corrected, and what corrected it, oldest first; itself among them. */
  versions: PaperView[];
  mayDecide: boolean;
  mayCorrect: boolean;
};

/** One piece of evidence with every version of it. */
export async function seeEvidence(world: World, viewer: Viewer, id: string): Promise<EvidenceView | undefined> {
  const record = await findEvidence(world.db, id);
  if (!record || record.withdrawn === 1 || !may(viewer, 'see-readiness', { serviceId: record.serviceId }))
    return undefined;
  const today = dayOf(world.now());
  const { serviceId } = record;
  const [all, service, places] = await Promise.all([
    listEvidenceHistory(world.db, { serviceId, day: today }),
    findService(world.db, serviceId),
    listMunicipalities(world.db, { day: today, services: [serviceId] }),
  ]);
  const paper = paperViewOf(world.policy, record, today);
  return {
    ...paper,
    today,
    serviceId,
    service: service?.name ?? serviceId,
    code: places[0]?.code ?? null,
    name: places[0]?.name ?? null,
    expires: record.expiresOn !== null,
    versions: chainOf(all, record).map((each) => paperViewOf(world.policy, each, today)),
    mayDecide: may(viewer, 'confirm-evidence') && record.saidBy === 'place' && !record.decision && !record.later,
    mayCorrect: !record.later && mayCorrectEvidence(viewer, record),
  };
}

type Linked = { id: string; corrects: string | null; withdrawn: 0 | 1; later: { id: string } | null };

/** The versions of one statement, from the first to the last; taking it back is no version. */
function chainOf<T extends Linked>(all: readonly T[], one: T): T[] {
  const chain = [one];
  for (let former = one.corrects; former; former = chain[0]!.corrects) {
    const row = all.find(({ id }) => id === former);
    if (!row) break;
    chain.unshift(row);
  }
  for (let later = one.later; later; later = chain.at(-1)!.later) {
    const row = all.find(({ id }) => id === later!.id);
    if (!row || row.withdrawn === 1) break;
    chain.push(row);
  }
  return chain;
}
