import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listWaves } from '#db/queries/wave.ts';
import { answerAddress } from './answer-address.ts';
import { paperLettersOn } from './paper-letters-on.server.ts';

type Input = {
  language: 'da' | 'en';
  invitationId?: string | undefined;
  waveId?: string | undefined;
  /** Invitations whose letters are left out, because they could not be drawn. */
  without?: readonly string[] | undefined;
};
type Outcome =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'forbidden' | 'nobody' }
  /** The invitations whose letters cannot be drawn; nothing was printed. */
  | { ok: false; reason: 'not-drawn'; undrawn: string[] };

/**
 * The letters of the invitations on paper that can still be answered, a page each: all of them, those of a wave or one. They
 * are drawn anew each time and not stored, because they carry the link that answers. A letter that cannot be drawn stops them
 * all and is named, so that nobody posts fewer letters than they think; the others are asked for without it.
 */
export async function printInvitations(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
  const today = dayOf(world.now());
  const [open, waves] = await Promise.all([
    paperLettersOn(world, today, { waveId: input.waveId }),
    listWaves(world.db),
  ]);
  const asked = open
    .filter(({ id }) => input.invitationId === undefined || id === input.invitationId)
    .filter(({ id }) => !input.without?.includes(id))
    .flatMap(({ id, service, waveId, answerBy, message }) => {
      const wave = waves.find((each) => each.id === waveId);
      const answerUrl = answerAddress(world, id);
      return wave
        ? [{ id, letter: { service, wave: wave.name, opensOn: wave.opensOn, answerBy, message, answerUrl } }]
        : [];
    });
  if (asked.length === 0) return { ok: false, reason: 'nobody' };
  const printed = await world.printer.print({
    ...{ variant: 'letters', language: input.language, issuer: world.env.issuerName, demo: world.demo },
    ...{ issuedAt: world.now(), writtenOn: today },
    writeTo: world.env.supportEmail ?? `${world.publicUrl}/contact`,
    letters: asked.map(({ letter }) => letter),
  });
  if (printed.ok) return { ok: true, bytes: printed.bytes };
  if (printed.reason !== 'no-room' || !printed.at)
    throw new Error(`Letters are refused one by one, not ${printed.reason}.`);
  return { ok: false, reason: 'not-drawn', undrawn: printed.at.map((at) => asked[at]!.id) };
}
