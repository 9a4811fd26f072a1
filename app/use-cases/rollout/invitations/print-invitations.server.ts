import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listWaves } from '#db/queries/wave.ts';
import { answerAddress } from './answer-address.ts';
import { unansweredOn } from './unanswered-on.server.ts';

type Input = { language: 'da' | 'en'; invitationId?: string | undefined };
type Outcome =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'forbidden' | 'nobody' }
  | { ok: false; reason: 'not-printed'; because: string };

/**
 * The letters of the invitations on paper that can still be answered, a page each, or of one of them. They are drawn anew each
 * time and not stored, because they carry the link that answers.
 */
export async function printInvitations(
  world: World,
  viewer: Viewer,
  { language, invitationId }: Input,
): Promise<Outcome> {
  if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
  const today = dayOf(world.now());
  const [open, waves] = await Promise.all([unansweredOn(world, today), listWaves(world.db)]);
  const letters = open
    .filter(({ way, answerBy }) => way === 'paper' && today <= answerBy)
    .filter(({ id }) => invitationId === undefined || id === invitationId)
    .flatMap(({ id, service, waveId, answerBy, message }) => {
      const wave = waves.find((each) => each.id === waveId);
      return wave
        ? [{ service, wave: wave.name, opensOn: wave.opensOn, answerBy, message, answerUrl: answerAddress(world, id) }]
        : [];
    });
  if (letters.length === 0) return { ok: false, reason: 'nobody' };
  const printed = await world.printer.print({
    ...{ variant: 'letters', language, issuer: world.env.issuerName, demo: world.demo },
    ...{ issuedAt: world.now(), writtenOn: today },
    writeTo: world.env.supportEmail ?? `${world.publicUrl}/contact`,
    letters,
  });
  return printed.ok
    ? { ok: true, bytes: printed.bytes }
    : { ok: false, reason: 'not-printed', because: printed.reason };
}
