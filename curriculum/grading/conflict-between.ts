import type { Conflict } from '#curriculum/flow/flow-event.ts';

type Side = { personId: string; services: readonly string[] };

/** Nobody grades their own work, or a person with whom they share a library service on the day. */
export function conflictBetween(assessor: Side, adviser: Side): Conflict {
  if (assessor.personId === adviser.personId) return 'own-work';
  return assessor.services.some((service) => adviser.services.includes(service)) ? 'same-library' : 'none';
}
