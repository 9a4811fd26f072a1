import type { Environment } from '#app/platform/env.server.ts';
import { findPractice } from '#app/use-cases/practice/find-practice.server.ts';
import { practiceViewOf } from '#app/use-cases/practice/practice-view-of.ts';
import { remindOfPractice } from '#app/use-cases/practice/remind-of-practice.server.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';

/**
 * `practice due --person ADDRESS` says what somebody may practise today, `practice remind` writes the reminders of this
 * morning. It checks no permission: whoever runs it has the database itself. It never prints an answer.
 */
export async function practiceVerb({ verb, options }: Input, env: Environment): Promise<Answer> {
  switch (verb) {
    case 'due':
      return options.person ? dueVerb(options.person, env) : wrongUsage('practice due takes --person ADDRESS.');
    case 'remind': {
      const written = await inWorld(env, remindOfPractice);
      return { exit: 0, text: `${written} reminders written`, json: json['practice remind'](written) };
    }
    default:
      return wrongUsage();
  }
}

function dueVerb(email: string, env: Environment): Promise<Answer> {
  return inWorld(env, async (world): Promise<Answer> => {
    const person = await findPersonByEmail(world.db, email);
    const practice = person && (await findPractice(world, world.db, person.id));
    if (!practice) return { exit: 1, error: `There is nobody with the address ${email}.` };
    const { state, session, waiting, goals } = practiceViewOf(practice);
    const lines = [
      `Practice is ${state}. ${waiting} questions wait; the next session has ${session.questions}, about ${session.minutes} minutes.`,
      ...goals.map(({ title, strength, asked, of, nextOn }) =>
        [title.en, strength, `${asked} of ${of} asked`, nextOn && `next on ${nextOn}`].filter(Boolean).join(', '),
      ),
    ];
    return {
      exit: 0,
      text: lines.join('\n'),
      json: json['practice due'](practice.today, { state, session, waiting, goals }),
    };
  });
}
