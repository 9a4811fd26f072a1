import type { World } from '#app/platform/world.server.ts';
import type { LetterTemplate } from '#app/words/letter-template.ts';
import type { Language } from '#app/words/make-words.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { postLetter } from './post-letter.server.ts';

/** Only one letter is sent per `key`. `template` names its subject and body in the translations for mail. */
type Letter = {
  personId: string;
  key: string;
  template: LetterTemplate;
  words?: (language: Language) => Record<string, string>;
};

/** Puts a letter to a person in the outbox, in their language, in the same transaction as the fact it reports. */
export async function writeLetter(world: World, trx: Db, { personId, key, template, words }: Letter): Promise<void> {
  const at = world.now();
  const person = await findPersonAt(trx, personId, dayOf(at));
  if (!person?.email) return;
  const { email: recipient, language, name } = person;
  const said = { name, url: `${world.publicUrl}/my-certificate`, ...words?.(language) };
  await postLetter(world, trx, { recipient, language, key, template, said, at });
}
