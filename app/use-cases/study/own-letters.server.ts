import { footMark } from '#app/platform/letter-html.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { countLettersTo, listLettersTo } from '#db/queries/own-letter.ts';

export type OwnLetter = {
  id: string;
  subject: string;
  text: string;
  at: string;
  sent: boolean;
  language: 'da' | 'en';
};

/** How many letters a page has. */
const onPage = 20;

/**
 * The letters to the viewer, newest first, since the address is theirs; one page of them, and how many there are. Letters whose
 * words are a key, such as a sign-in code, are not among them.
 */
export async function ownLetters(
  world: World,
  viewer: Viewer,
  asked: number,
): Promise<{ letters: OwnLetter[]; page: number; of: number }> {
  if (!may(viewer, 'see-profile', { personId: viewer.personId })) return { letters: [], page: 1, of: 1 };
  const { page, of, ...shown } = pageOf(asked, await countLettersTo(world.db, viewer.personId), onPage);
  const rows = await listLettersTo(world.db, viewer.personId, shown);
  return {
    letters: rows.map(({ id, subject, body, created_at, sent_at, language }) => ({
      id,
      subject,
      text: body.split(footMark)[0]!.trim(),
      at: created_at,
      sent: sent_at !== null,
      language: language ?? 'da',
    })),
    page,
    of,
  };
}
