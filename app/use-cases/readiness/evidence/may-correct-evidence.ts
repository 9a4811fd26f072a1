import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { EvidenceRecord } from '#db/queries/evidence.ts';

type Written = Pick<EvidenceRecord, 'serviceId' | 'saidBy' | 'decision' | 'later' | 'withdrawn'>;

/**
 * Whether somebody may correct or take back evidence that still stands. The agency always may; a place may correct its own
 * word until the agency has decided about it, because what counts would stop to count.
 */
export function mayCorrectEvidence(viewer: Viewer, { serviceId, saidBy, decision, withdrawn }: Written): boolean {
  if (withdrawn === 1 || !may(viewer, 'record-evidence', { serviceId })) return false;
  return may(viewer, 'confirm-evidence') || (saidBy === 'place' && decision === null);
}
