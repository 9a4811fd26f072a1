import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

type Made = {
  /** The version that is corrected; none if this is the first. */
  former: { id: string; firstId: string } | undefined;
  why?: string | undefined;
  operation: string | null;
};

/** What a record of partners says of itself: which version it is, why, and who recorded it when. */
export function versionOf(world: World, viewer: Viewer, { former, why, operation }: Made) {
  const id = world.newId();
  return {
    id,
    first_id: former?.firstId ?? id,
    corrects: former?.id ?? null,
    withdrawn: 0 as const,
    why: why?.trim().slice(0, 1_000) ?? '',
    by_person: viewer.personId || null,
    client_op_id: operation,
    recorded_at: world.now(),
  };
}
