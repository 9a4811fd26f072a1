import type { World } from '#app/platform/world.server.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type LinkStanding, linkStanding } from '#curriculum/rollout/invitation.ts';
import { findInvitation, listAnswers } from '#db/queries/invitation.ts';
import { findWave } from '#db/queries/wave.ts';

const readingsAnHour = 60;

export type AnswerLinkView = {
  standing: LinkStanding;
  service: string;
  wave: string;
  opensOn: string;
  answerBy: string;
  message: string;
  answered: Answer | null;
};
type Outcome =
  | { ok: true; view: AnswerLinkView }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'too-many'; seconds: number };

/** What a link of an invitation opens, for whoever has it: no sign-in, and no person is named. */
export async function seeAnswerLink(world: World, given: { secret: string; client: string }): Promise<Outcome> {
  const seconds = overReadingLimit(world, `answer-from:${given.client}`, readingsAnHour);
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  const invitation = await findInvitation(world.db, { secretHash: world.keyed(given.secret) });
  const wave = invitation && (await findWave(world.db, invitation.waveId));
  if (!invitation || !wave) return { ok: false, reason: 'not-found' };
  const last = (await listAnswers(world.db, [invitation.id])).at(-1);
  const { answerBy, service, message, replaced } = invitation;
  const link = { answerBy, answered: last !== undefined, replaced: replaced === 1 };
  return {
    ok: true,
    view: {
      standing: linkStanding(link, dayOf(world.now())),
      ...{ service, wave: wave.name, opensOn: wave.opensOn, answerBy, message },
      answered: last?.answer ?? null,
    },
  };
}
