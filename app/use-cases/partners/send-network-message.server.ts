import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { postLetter } from '#app/use-cases/record/post-letter.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findMessageByOperation, insertMessage, listContactPersons } from '#db/queries/network.ts';
import { lockByName } from '#db/queries/setting.ts';

export type MessageIssue = { field: 'subject' | 'body'; problem: 'missing' | 'too-long' };
type Preview = { recipients: { name: string; service: string; hasAddress: boolean }[]; letters: number };
type Outcome =
  | { ok: true; sent: true; id: string }
  | { ok: true; sent: false; preview: Preview }
  | { ok: false; reason: 'forbidden' | 'nobody' }
  | { ok: false; reason: 'not-a-message'; issues: MessageIssue[] };

const most = { subject: 120, body: 5_000 } as const;

/**
 * Writes to every contact person through the outbox. With `preview` nothing is stored: it tells who would get it. Sending the
 * same form twice writes once.
 */
export function sendNetworkMessage(
  world: World,
  viewer: Viewer,
  input: { subject: string; body: string; preview: boolean; operationId?: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'write-to-network')) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    await lockByName(trx, 'network', at);
    const operation = input.preview ? null : operationOf(viewer, input);
    const known = operation === null ? undefined : await findMessageByOperation(trx, operation);
    if (known) return { ok: true, sent: true, id: known.id };
    const issues = (['subject', 'body'] as const).flatMap((field): MessageIssue[] => {
      if (input[field].trim() === '') return [{ field, problem: 'missing' }];
      return input[field].length > most[field] ? [{ field, problem: 'too-long' }] : [];
    });
    if (issues.length > 0) return { ok: false, reason: 'not-a-message', issues };
    const contacts = await listContactPersons(trx, dayOf(at));
    const people = [...new Map(contacts.map((each) => [each.id, each])).values()];
    if (people.length === 0) return { ok: false, reason: 'nobody' };
    if (input.preview) {
      const recipients = people.map(({ name, service, email }) => ({ name, service, hasAddress: email !== null }));
      return { ok: true, sent: false, preview: { recipients, letters: people.filter(({ email }) => email).length } };
    }
    const id = world.newId();
    const letterOf = (personId: string) => `network:${id}:${personId}`;
    await insertMessage(
      trx,
      {
        ...{ id, subject: input.subject.trim(), body: input.body.trim(), by_person: viewer.personId || null },
        ...{ client_op_id: operation, recorded_at: at },
      },
      people.map((each) => ({
        message_id: id,
        person_id: each.id,
        letter: each.email ? letterOf(each.id) : null,
        recorded_at: at,
      })),
    );
    for (const { id: personId, email, language, name } of people)
      if (email)
        await postLetter(world, trx, {
          recipient: email,
          language,
          key: letterOf(personId),
          template: 'network-message',
          said: { name, subject: input.subject.trim(), text: input.body.trim() },
          at,
        });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'network-message-sent',
      subject: id,
      detail: String(people.length),
    });
    return { ok: true, sent: true, id };
  });
}
