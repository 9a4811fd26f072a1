import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type PersonalData, personalDataIn } from '#curriculum/guidance/personal-data.ts';
import { putOwnNote } from '#db/queries/own-note.ts';
import { findOwnSection } from './find-own-section.server.ts';

/** A note has at most this many characters, as its form says. */
export const longestNote = 4_000;

type Outcome =
  | { ok: true; savedAt: string }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'too-long'; most: number }
  | { ok: false; reason: 'personal'; what: PersonalData };

/**
 * Saves what an adviser writes for themselves beside a section; an empty text takes the note away. Nobody else sees it, but
 * what looks like a citizen's number or address is refused, because it has no place here.
 */
export async function saveNote(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; section: string; text: string },
): Promise<Outcome> {
  const found = await findOwnSection(world, input);
  if (!found || !may(viewer, 'learn', { personId: found.personId })) return { ok: false, reason: 'not-found' };
  const body = input.text.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (body.length > longestNote) return { ok: false, reason: 'too-long', most: longestNote };
  const what = personalDataIn(body);
  if (what) return { ok: false, reason: 'personal', what };
  const at = world.now();
  await putOwnNote(world.db, { enrolment_id: input.enrolmentId, step: input.step, section: input.section, body, at });
  return { ok: true, savedAt: at };
}
