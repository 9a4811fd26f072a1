import type { World } from '#app/platform/world.server.ts';
import { isPrinted } from './is-printed.ts';
import { type OpenInvitation, unansweredOn } from './unanswered-on.server.ts';

/** The invitations whose letters can be printed today, without a permission check: of every wave, or of one. */
export async function paperLettersOn(
  world: Pick<World, 'db'>,
  today: string,
  { waveId }: { waveId?: string | undefined } = {},
): Promise<OpenInvitation[]> {
  return (await unansweredOn(world, today))
    .filter((each) => isPrinted(each, today))
    .filter((each) => waveId === undefined || each.waveId === waveId);
}
