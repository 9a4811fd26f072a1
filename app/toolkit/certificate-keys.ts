import {
  findDevelopmentKey,
  initDevelopmentKey,
  readGivenKey,
  rotateDevelopmentKey,
} from '#app/platform/certificate-key.server.ts';
import {
  credentialKeyFault,
  findDevelopmentCredentialKey,
  initDevelopmentCredentialKey,
  rotateDevelopmentCredentialKey,
} from '#app/platform/credential-key.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import { keyAgeOf } from '#app/platform/key-ages.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { giveUpKey } from '#app/use-cases/certificates/keys/give-up-key.server.ts';
import { listKnownKeys } from '#app/use-cases/certificates/keys/list-known-keys.server.ts';
import { badgeKeyYears } from '#app/use-cases/certificates/keys/see-badge-keys.server.ts';
import { daysToPlan } from '#app/use-cases/certificates/keys/see-signing-keys.server.ts';
import { takeKeyIntoUse } from '#app/use-cases/certificates/keys/take-key-into-use.server.ts';
import { publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import { type Answer, wrongUsage } from './arguments.ts';
import { hasRegister, inWorld } from './in-world.ts';
import { json } from './json.ts';

const oneDay = 86_400_000;

type Listed = {
  use: 'file' | 'badge';
  subject: string;
  kind: SigningKey['kind'] | 'known';
  notBefore?: string;
  notAfter?: string;
  daysLeft?: number;
  ageDays?: number;
  warnings: string[];
};

/**
 * `certificates keys init|rotate|list|give-up`: the keys that sign files and those that prove badges, with their ages and
 * what to do about them. The keys themselves are never shown.
 */
export async function certificateKeysVerb(words: readonly string[], env: Environment): Promise<Answer> {
  const [verb, which] = words;
  switch (verb) {
    case 'init': {
      if (env.forReal)
        return refuse(
          'A development key is never made in production: set CERTIFICATE_P12_FILE and CREDENTIAL_KEY_FILE.',
        );
      const file = await initDevelopmentKey(env);
      const badge = initDevelopmentCredentialKey(env);
      return file.made || badge.made ? listed(env) : refuse('There is a development key already.');
    }
    case 'rotate':
      if (which === 'file') return rotateFileKey(env);
      if (which === 'badge') return rotateBadgeKey(env);
      return wrongUsage('Which key: file or badge?');
    case 'give-up':
      if (!which) return wrongUsage('Which key? `keys list` names them.');
      return inWorld(env, async (world) => {
        const outcome = await giveUpKey(world, which);
        if (outcome.ok) return listedIn(env, world);
        return refuse(
          outcome.reason === 'in-use' ? 'It is in use: rotate first.' : 'There is no such key; `keys list` names them.',
        );
      });
    case 'list':
      return listed(env);
    default:
      return wrongUsage();
  }
}

async function rotateFileKey(env: Environment): Promise<Answer> {
  if (env.certificateKey)
    return refuse(
      'The key of CERTIFICATE_P12_FILE is changed where it is kept: name the new file there and start again. The root of the old one stays in DATA_DIR/keys/roots, so what it signed is still genuine.',
    );
  if (env.forReal) return refuse('There is no key to rotate: set CERTIFICATE_P12_FILE.');
  await rotateDevelopmentKey(env);
  return listed(env);
}

/** Replaces the development key with a new one. The operator replaces a given key, and this verb records the change. */
async function rotateBadgeKey(env: Environment): Promise<Answer> {
  if (!env.credentialKeyFile && env.forReal) return refuse('There is no key to rotate: set CREDENTIAL_KEY_FILE.');
  return inWorld(env, async (world) => {
    const before = (await listKnownKeys(world.db)).filter(({ retiredAt }) => !retiredAt).map(({ id }) => id);
    if (!env.credentialKeyFile) rotateDevelopmentCredentialKey(env, world.now());
    const taken = await takeKeyIntoUse(world);
    if (!taken.ok) return refuse(`The key cannot be taken into use: ${taken.reason}.`);
    if (taken.ids.every((id) => before.includes(id)))
      return refuse('CREDENTIAL_KEY_FILE names the same key as before: put the new key there first.');
    return listedIn(env, world);
  });
}

const refuse = (error: string): Answer => ({ exit: 1, error, json: json['certificates keys']([], error) });

const listed = (env: Environment) => inWorld(env, (world) => listedIn(env, world));

async function listedIn(env: Environment, world: World): Promise<Answer> {
  const given = await readGivenKey(env);
  if (given && !given.ok) return refuse(given.message);
  const fault = credentialKeyFault(env);
  if (fault) return refuse(fault);
  const development = findDevelopmentKey(env);
  const files = [...(given ? [given.key] : []), ...(development ? [development] : [])].map(ofFile);
  const badges = await ofBadges(env, world);
  const keys = [...files, ...badges];
  const text = keys.map(({ use, kind, subject, daysLeft, ageDays, warnings }) => {
    const time =
      daysLeft === undefined ? (ageDays === undefined ? '' : `, ${ageDays} days old`) : `, ${daysLeft} days left`;
    return `${use}, ${kind}: ${[`${subject}${time}`, ...warnings].join(' – ')}`;
  });
  return { exit: 0, text: text.join('\n') || 'no keys', json: json['certificates keys'](keys) };
}

function ofFile(key: SigningKey): Listed {
  const { name: subject, kind, from: notBefore, until: notAfter } = keyAgeOf(key);
  const daysLeft = Math.floor((Date.parse(notAfter) - Date.now()) / oneDay);
  const warnings = daysLeft <= daysToPlan ? ['runs out soon: get another P12 file'] : [];
  return { use: 'file', subject, kind, notBefore, notAfter, daysLeft, warnings };
}

/** Every key the register knows, plus the current one if it has not proved any badge yet. */
async function ofBadges(env: Environment, world: World): Promise<Listed[]> {
  const key = env.credentialKeyFile ? await world.credentialKey() : findDevelopmentCredentialKey(env);
  const own = key ? publicKeysOf(key, didOf(world.publicUrl)) : [];
  const known = (await hasRegister(world)) ? await listKnownKeys(world.db) : [];
  const fresh = own.filter(({ id }) => !known.some((each) => each.id === id));
  return [
    ...known.map(({ id, since, retiredAt, compromisedAt }): Listed => {
      const ageDays = Math.floor((Date.parse(world.now()) - Date.parse(since!)) / oneDay);
      const isOwn = own.some((each) => each.id === id);
      const warnings = [
        ...(retiredAt ? [`retired ${retiredAt.slice(0, 10)}`] : []),
        ...(compromisedAt ? [`given up ${compromisedAt.slice(0, 10)}: proves nothing`] : []),
        ...(!retiredAt && !isOwn ? ['in use, but not at hand: has the key been lost? rotate'] : []),
        ...(!retiredAt && ageDays > badgeKeyYears * 365 ? [`more than ${badgeKeyYears} years old: rotate`] : []),
      ];
      return { use: 'badge', subject: id, kind: isOwn ? key!.kind : 'known', notBefore: since!, ageDays, warnings };
    }),
    ...fresh.map(({ id }): Listed => ({ use: 'badge', subject: id, kind: key!.kind, warnings: [] })),
  ];
}
