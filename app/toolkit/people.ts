import type { Environment } from '#app/platform/env.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { correctAffiliation } from '#app/use-cases/people/correct-affiliation.server.ts';
import { grantRole } from '#app/use-cases/people/grant-role.server.ts';
import { joinPeople } from '#app/use-cases/people/join/join-people.server.ts';
import { undoJoin } from '#app/use-cases/people/join/undo-join.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { renamePerson } from '#app/use-cases/people/rename-person.server.ts';
import { requestEmailChange } from '#app/use-cases/people/request-email-change.server.ts';
import { revokeRole } from '#app/use-cases/people/revoke-role.server.ts';
import { seeWork, type WorkView } from '#app/use-cases/people/see-work.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { setGuidesFrom } from '#app/use-cases/people/set-guides-from.server.ts';
import { type Role, roles } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';
import { previewVerb } from './preview-import.ts';

type Run = (
  world: World,
) => Promise<{ ok: true; personId?: string; joinId?: string; changed?: boolean } | { ok: false; reason: string }>;

const isRole = (word: string | undefined): word is Role => roles.some((role) => role === word);

/**
 * `people add|grant|revoke|move|work|correct|drop|join|undo-join|guides|email|rename|block|unblock|preview`. It checks no permission: whoever runs it has the database
 * itself.
 */
export async function peopleVerb(input: Input, env: Environment): Promise<Answer> {
  if (input.verb === 'preview') return previewVerb(input, env);
  if (input.verb === 'work') return workVerb(input, env);
  const run = runOf(input);
  if (!run) return wrongUsage();
  const outcome = await inWorld(env, run, { migrate: true });
  if (!outcome.ok) return { exit: 1, error: reasons[outcome.reason] ?? outcome.reason, json: json.people(outcome) };
  const text = outcome.joinId ?? outcome.personId ?? (outcome.changed === false ? 'nothing to change' : 'done');
  return { exit: 0, text, json: json.people(outcome) };
}

function runOf({ verb, args: [email, role], options }: Input): Run | undefined {
  if (verb === 'add') return runAdd(options);
  if (!email) return undefined;
  switch (verb) {
    case 'grant':
      return isRole(role) ? (world) => grantRole(world, null, { email, role }) : undefined;
    case 'revoke':
      return isRole(role) ? (world) => revokeRole(world, null, { email, role }) : undefined;
    case 'move':
      return (world) =>
        movePerson(world, null, { email, library: options.library ?? '', from: options.from ?? dayOf(world.now()) });
    case 'correct':
      return ['library', 'from', 'last-day'].some((name) => name in options)
        ? (world) => correctAffiliation(world, null, { email, began: options.began, ...correctionIn(options) })
        : undefined;
    case 'drop':
      return (world) => correctAffiliation(world, null, { email, began: options.began, drop: true });
    case 'join':
      return role ? (world) => joinPeople(world, null, { kept: { email }, lost: { email: role } }) : undefined;
    case 'undo-join':
      return (world) => undoJoin(world, null, { joinId: email });
    case 'email':
      return role ? (world) => requestEmailChange(world, null, { email, newEmail: role }) : undefined;
    case 'guides':
      return options.from === undefined && !('never' in options)
        ? undefined
        : (world) => setGuidesFrom(world, null, { email, from: options.from ?? '' });
    case 'rename':
      return options.name ? (world) => renamePerson(world, null, { email, ...namesOf(options.name!) }) : undefined;
    case 'block':
    case 'unblock':
      return (world) => setBlocked(world, null, { email, blocked: verb === 'block' });
    default:
      return undefined;
  }
}

function runAdd({ name, email, role, library }: Record<string, string>): Run | undefined {
  if (!name || !email || (role !== undefined && !isRole(role))) return undefined;
  return (world) =>
    addPerson(world, null, {
      ...namesOf(name),
      email,
      roles: isRole(role) ? [role] : [],
      ...(library && { library }),
    });
}

function correctionIn({ library, from, 'last-day': lastDay }: Record<string, string>) {
  return { library, from, lastDay: lastDay === 'none' ? '' : lastDay };
}

/** `people work ADDRESS`: where somebody works, worked and will work, and what of it was put right. */
async function workVerb({ args: [email] }: Input, env: Environment): Promise<Answer> {
  if (!email) return wrongUsage();
  const work = await inWorld(env, (world) => seeWork(world, null, { email }), { migrate: true });
  if (!work) return { exit: 1, error: reasons['not-found'], json: json.refused(reasons['not-found']!) };
  const said = ({
    number,
    library,
    from,
    lastDay,
  }: WorkView['affiliations'][number] | WorkView['corrections'][number]) =>
    `${from} to ${lastDay ?? '…'}  ${number} ${library}`;
  return {
    exit: 0,
    text: [
      ...work.affiliations.map(said),
      ...work.corrections.map((each) => `${each.kind} ${each.on}: ${said(each)}`),
    ].join('\n'),
    json: json['people work'](work),
  };
}

function namesOf(name: string): { givenName: string; familyName: string } {
  const names = name.trim().split(/\s+/);
  return { givenName: names.slice(0, -1).join(' '), familyName: names.at(-1) ?? '' };
}

const reasons: Record<string, string> = {
  forbidden: 'You may not do that.',
  'no-name': 'Write a name: --name "Anna Eksempel".',
  'not-a-name': 'The name has characters that no name has.',
  'same-email': 'The person has that e-mail address already.',
  'name-too-long': 'A given name and a family name have 100 letters each at most.',
  'not-an-email': 'That is not an e-mail address.',
  'known-email': 'A person with this e-mail address is there already.',
  'no-library': 'There is no library with that number, or the person is at none.',
  'library-closed': 'The library is closed on that day.',
  'not-a-day': 'That is not a day.',
  'before-last':
    'The day must be after the person began at the latest library. A mistake is put right with `people correct`.',
  'no-kept': 'Nobody has the address to keep.',
  'no-lost': 'Nobody has the address of the other record.',
  same: 'The two addresses belong to one record.',
  blocked: 'One of the two is blocked. Unblock them first.',
  'both-on-course': 'Both are taking the same course. Withdraw one of them first.',
  'open-attempt': 'One of the two is taking a test. Wait until it is handed in.',
  overlap: 'The two have affiliations that contradict each other. Correct them first: `people correct`.',
  undone: 'The join was undone already.',
  'joined-since': 'The record has since been joined into another. Undo that first.',
  'no-affiliation': 'The person has no affiliation that began on that day; `people work` lists them.',
  'ends-before-it-begins': 'The last day cannot be before the first.',
  'before-earlier': 'The affiliation before would end before it began. Correct that one first.',
  'after-later': 'The affiliation after would end before it begins. Correct that one first.',
  'move-follows': 'A move follows. Drop the move instead: `people drop`.',
  overlaps: 'The person is at another library on those days. Correct that affiliation first.',
  'library-not-open': 'The library has not opened on that day.',
  'not-a-last-day': 'The last day is no day; `--last-day none` says that there is none.',
  'not-found': 'Nobody has this e-mail address.',
  'not-here': 'The person works at no library on that day.',
  certified: 'The person is certified, so they guide from that day at the latest.',
  'last-administrator': 'The last administrator stays.',
};
