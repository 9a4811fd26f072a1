import { footMark } from '#app/platform/letter-html.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { LetterTemplate } from '#app/words/letter-template.ts';
import type { Language } from '#app/words/make-words.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { insertMail } from '#db/queries/outbox.ts';
import type { Db } from '#db/schema.ts';

/** Puts a letter to an address in the outbox, with all words given. */
export async function postLetter(
  world: World,
  trx: Db,
  given: {
    recipient: string;
    language: Language;
    key: string;
    template: LetterTemplate;
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
