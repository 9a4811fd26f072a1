import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { canNote } from '#curriculum/rollout/replay-rollout.ts';
import { nothingKnown } from '#curriculum/rollout/rollout-event.ts';
import { hasInvitationOf, insertInvitation } from '#db/queries/invitation.ts';
import { listContactPersons } from '#db/queries/network.ts';
import { listServices } from '#db/queries/place.ts';
import { listRolloutOf } from '#db/queries/rollout.ts';
import { lockByName } from '#db/queries/setting.ts';
import { findWave, type Wave } from '#db/queries/wave.ts';
import type { Db } from '#db/schema.ts';
import { noteRollout } from '../note-rollout.server.ts';
import { answerSecret } from './answer-secret.ts';
import { sendInvitation } from './send-invitation.server.ts';

export type InviteIssue =
  | { field: 'services'; problem: 'missing' }
  | { field: 'wave'; problem: 'missing' }
  | { field: 'way'; problem: 'missing' }
  | { field: 'answerBy'; problem: 'not-a-day' | 'past' }
  | { field: 'message'; problem: 'too-long' };
type Input = {
  services: readonly string[];
  waveId: string;
  way: string;
  answerBy: string;
  message: string;
  preview: boolean;
  operationId?: string;
};
type Recipient = { id: string; name: string; email: string | null };
export type Invited = { serviceId: string; service: string; recipients: string[] };
export type LeftOut = { service: string; why: 'no-contact' | 'no-address' | 'committed' };
export type InvitePlan = { invited: Invited[]; leftOut: LeftOut[]; letters: number };
type Outcome =
  | { ok: true; sent: true }
  | { ok: true; sent: false; plan: InvitePlan }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'nobody' }
  | { ok: false; reason: 'not-an-invitation'; issues: InviteIssue[] };

const longestMessage = 2_000;

/**
 * Invites library services to their wave, by mail to their contact persons or on paper. Those without a contact person who
 * has an address get no mail and are named; so are those that have committed already. With `preview` nothing is stored.
 */
export function inviteServices(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    const today = dayOf(at);
    await lockByName(trx, 'rollout', at);
    const operation = input.preview ? null : operationOf(viewer, input);
    if (await hasInvitationOf(trx, operation)) return { ok: true, sent: true };
    const wave = await findWave(trx, input.waveId);
    const way = (['mail', 'paper'] as const).find((each) => each === input.way);
    const issues = issuesOf(input, { today, hasWave: wave !== undefined, hasWay: way !== undefined });
    if (issues.length > 0 || !wave || !way) return { ok: false, reason: 'not-an-invitation', issues };
    const plan = await planOf(trx, { services: input.services, way, today });
    if (input.preview) return { ok: true, sent: false, plan: planView(plan) };
    if (plan.invited.length === 0) return { ok: false, reason: 'nobody' };
    for (const [index, { serviceId, recipients }] of plan.invited.entries())
      await invite(world, trx, viewer, {
        ...{ serviceId, wave, way, today, recipients: way === 'mail' ? recipients : [] },
        ...{ answerBy: input.answerBy, message: input.message.trim() },
        // One form invites many; its first invitation carries the operation.
        operation: index === 0 ? operation : null,
      });
    return { ok: true, sent: true };
  });
}

function issuesOf(input: Input, { today, hasWave, hasWay }: { today: string; hasWave: boolean; hasWay: boolean }) {
  const issues: InviteIssue[] = [];
  if (input.services.length === 0) issues.push({ field: 'services', problem: 'missing' });
  if (!hasWave) issues.push({ field: 'wave', problem: 'missing' });
  if (!hasWay) issues.push({ field: 'way', problem: 'missing' });
  if (!isDay(input.answerBy)) issues.push({ field: 'answerBy', problem: 'not-a-day' });
  else if (input.answerBy <= today) issues.push({ field: 'answerBy', problem: 'past' });
  if (input.message.length > longestMessage) issues.push({ field: 'message', problem: 'too-long' });
  return issues;
}

type Planned = { serviceId: string; service: string; recipients: Recipient[] };
type Plan = { invited: Planned[]; leftOut: LeftOut[] };

async function planOf(
  trx: Db,
  { services, way, today }: { services: readonly string[]; way: 'mail' | 'paper'; today: string },
): Promise<Plan> {
  const wanted = new Set(services);
  const contacts = await listContactPersons(trx, today);
  const plan: Plan = { invited: [], leftOut: [] };
  const named = (await listServices(trx)).filter(({ id }) => wanted.has(id));
  for (const { id: serviceId, name: service } of named.sort((a, b) => danish.compare(a.name, b.name))) {
    const people = contacts.filter((each) => each.serviceId === serviceId);
    const recipients = people.filter(({ email }) => email !== null);
    const history = await listRolloutOf(trx, serviceId);
    if (canNote(history, { type: 'invited', on: today }, nothingKnown))
      plan.leftOut.push({ service, why: 'committed' });
    else if (way === 'mail' && recipients.length === 0)
      plan.leftOut.push({ service, why: people.length === 0 ? 'no-contact' : 'no-address' });
    else plan.invited.push({ serviceId, service, recipients });
  }
  return plan;
}

const planView = ({ invited, leftOut }: Plan): InvitePlan => ({
  invited: invited.map(({ serviceId, service, recipients }) => ({
    ...{ serviceId, service, recipients: recipients.map(({ name }) => name) },
  })),
  leftOut,
  letters: invited.reduce((sum, { recipients }) => sum + recipients.length, 0),
});

type Given = {
  serviceId: string;
  wave: Wave;
  way: 'mail' | 'paper';
  today: string;
  recipients: readonly Recipient[];
  answerBy: string;
  message: string;
  operation: string | null;
};

async function invite(world: World, trx: Db, viewer: Viewer, given: Given): Promise<void> {
  const { serviceId, wave, way, today, answerBy, message, operation } = given;
  const id = world.newId();
  await insertInvitation(trx, {
    ...{ id, service_id: serviceId, wave_id: wave.id, way, answer_by: answerBy, message },
    ...{ secret_hash: world.keyed(answerSecret(world, id)), by_person: viewer.personId || null },
    ...{ client_op_id: operation, recorded_at: world.now() },
  });
  await noteRollout(world, trx, viewer, { serviceId, type: 'invited', onDay: today, note: '', facts: nothingKnown });
  for (const { id: personId } of given.recipients)
    await sendInvitation(world, trx, { id, personId, kind: 'invitation', wave, answerBy, message });
}
