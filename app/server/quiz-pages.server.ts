import { redirect } from '@remix-run/node';
import { translator } from '#app/platform/translator.server.ts';
import { seeAttempt } from '#app/use-cases/learning/quiz/see-attempt.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { LoadContext } from './load-context.server.ts';
import { notFound } from './require-viewer.server.ts';

type Asking = Pick<LoadContext, 'world' | 'language'> & { viewer: Viewer };
type Place = { enrolmentId: string; step: string };

export const stepAddress = ({ enrolmentId, step }: Place) => `/enrolments/${enrolmentId}/steps/${step}`;

/** What the page of a question shows, or nothing if no attempt runs or has this question. */
export async function questionPage({ world, viewer, language }: Asking, place: Place & { slot: string }) {
  const seen = await seeAttempt(world, viewer, { ...place, language });
  const item = seen?.attempt.items.find(({ slot }) => String(slot) === place.slot);
  if (!seen || !item) return undefined;
  const { title, attempt } = seen;
  return {
    title: translator({ language }, 'adviser')('question.title', { slot: item.slot, of: attempt.items.length }),
    language,
    step: title,
    here: stepAddress(place),
    attemptId: attempt.id,
    dueAt: attempt.dueAt,
    now: world.now(),
    signedInUntil: viewer.signedInUntil ?? null,
    operationId: world.newId(),
    item,
    certainty: attempt.certainty,
    repeated: attempt.repeated,
    answered: attempt.items.map(({ slot, given, flagged }) => ({ slot, answered: given.length > 0, flagged })),
  };
}

/** What the page before handing in shows, or nothing if no attempt runs. */
export async function reviewPage({ world, viewer, language }: Asking, place: Place) {
  const seen = await seeAttempt(world, viewer, { ...place, language });
  if (!seen) return undefined;
  return {
    title: translator({ language }, 'adviser')('review.title'),
    language,
    here: stepAddress(place),
    step: seen.title,
    dueAt: seen.attempt.dueAt,
    now: world.now(),
    signedInUntil: viewer.signedInUntil ?? null,
    attemptId: seen.attempt.id,
    items: seen.attempt.items,
  };
}

/** Where a page of a running attempt is not there: back to the test, if it is one of the viewer's own and none runs. */
export async function withoutAttempt({ world, viewer, language }: Asking, place: Place): Promise<Response> {
  const view = await seeStep(world, viewer, { ...place, language });
  if (view?.kind !== 'quiz' || view.attempt) throw notFound();
  return redirect(stepAddress(place));
}
