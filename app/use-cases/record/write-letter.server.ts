import { footMark } from '#app/platform/letter-html.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Language } from '#app/words/make-words.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { insertMail } from '#db/queries/outbox.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';

/** Only one letter is sent per `key`. `template` names its subject and body in the translations for mail. */
type Letter = {
  personId: string;
  key: string;
  template: string;
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

/** The same to an address, with all words given. */
export async function postLetter(
  world: World,
  trx: Db,
  given: {
    recipient: string;
    language: Language;
    key: string;
    template: string;
    said: Record<string, unknown>;
    at: string;
  },
): Promise<void> {
  const { recipient, language, key, template, said, at } = given;
  const t = wordsIn(language).getFixedT(null, 'mail');
  await insertMail(trx, {
    id: world.newId(),
    dedupe_key: key,
    recipient,
    subject: t(`${template}.subject`, said),
    body: t(`${template}.body`, said) + footMark + t('foot', { issuer: world.env.issuerName }),
    created_at: at,
    sent_at: null,
    language,
  });
}
