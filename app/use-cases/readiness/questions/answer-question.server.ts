import type { World } from '#app/platform/world.server.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Answers, Question } from './answers.ts';
import { compareOf } from './compare-of.ts';
import { expiring } from './expiring.server.ts';
import { invitations } from './invitations.server.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { shortage } from './shortage.server.ts';

/** The readiness a question is about, for a comparison that of the earlier day, and for what expires a month. */
type Asked = { now: Readiness; before?: Readiness | undefined; month?: string | undefined };
type Answer = { [Key in Question]: Answers[Key] & { verb: Key } }[Question];

/**
 * Answers one of the questions about the services of the readiness that is given, which the caller has limited to what may
 * be seen. A comparison without an earlier day compares the day with itself.
 */
export async function answerQuestion(world: World, question: Question, { now, before, month }: Asked): Promise<Answer> {
  switch (question) {
    case 'shortage':
      return { verb: question, ...(await shortage(world, now)) };
    case 'expiring':
      return { verb: question, ...(await expiring(world, now, { month })) };
    case 'knowledge':
      return { verb: question, ...knowledgeOf(now) };
    case 'invitations':
      return { verb: question, ...(await invitations(world, now)) };
    case 'compare':
      return { verb: question, ...compareOf(before ?? now, now) };
  }
}
