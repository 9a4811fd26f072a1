import { compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { Flaw, must } from '#certificates/checking/flaw.ts';
import { achievementAddress, formerAchievementAddress, holderIdOf, imageAddress } from './badge.ts';
import { registeredClaimsOf } from './badge-jwt.ts';
import type { KnownKey } from './credential-key.ts';
import { badgeContext, checkProof, credentialsContext } from './data-integrity.ts';
import { didOf } from './did-document.ts';
import { entryOf, formerEntriesOf, listSize, messages, purposes } from './status-list.ts';
import { Proof, readStrictJson } from './strict-json.ts';

const only = <T extends string>(value: T) => z.tuple([z.literal(value)]);
// A day with its offset, so that the day in Copenhagen can be read from it.
const time = z.iso.datetime({ offset: true });

const achievement = {
  id: z.string(),
  type: only('Achievement'),
  name: z.string(),
  inLanguage: z.enum(['da', 'en']),
  version: z.string(),
};
const criteria = z.strictObject({ narrative: z.string() });
const Achievement = z.strictObject({
  ...achievement,
  achievementType: z.literal('Certification'),
  description: z.string(),
  image: z.strictObject({ id: z.string(), type: z.literal('Image'), caption: z.string() }),
  criteria,
});
const FormerAchievement = z.strictObject({
  ...achievement,
  achievementType: z.literal('Certificate'),
  description: z.string(),
  criteria,
});

const place = {
  id: z.string(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.enum(purposes),
  statusListIndex: z.string().regex(/^\d{1,6}$/),
};
const Entry = z.strictObject({
  ...place,
  statusSize: z.number(),
  // A canonical form of many equal nodes would take very long to find.
  statusMessage: z.array(z.strictObject({ status: z.string(), message: z.string() })).length(messages.length),
  statusListCredential: z.string(),
});
const FormerEntries = z.array(z.strictObject({ ...place, statusListCredential: z.string() })).max(2);

const membersWith = <A extends z.ZodType, S extends z.ZodType>(achieved: A, status: S) => ({
  '@context': z.tuple([z.literal(credentialsContext), z.literal(badgeContext)]),
  id: z.string(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: z.string(),
  description: z.string().optional(),
  issuer: z.strictObject({ id: z.string(), type: only('Profile'), name: z.string(), url: z.url() }),
  validFrom: time,
  validUntil: time,
  awardedDate: time,
  credentialSubject: z.strictObject({
    id: z.string(),
    type: only('AchievementSubject'),
    identifier: z.tuple([
      z.strictObject({
        type: z.literal('IdentityObject'),
        identityType: z.literal('name'),
        hashed: z.literal(false),
        identityHash: z.string(),
      }),
    ]),
    licenseNumber: z.string(),
    achievement: achieved,
  }),
  credentialStatus: status,
});
const members = membersWith(Achievement, Entry);
/** Badges issued until November 2026 say less of the achievement, and name two lists. */
const formerMembers = membersWith(FormerAchievement, FormerEntries);

const SignedBadge = z.union([
  z.strictObject({ ...members, proof: Proof }),
  z.strictObject({ ...formerMembers, proof: Proof }),
]);
const claims = { iss: z.string(), jti: z.string(), nbf: z.number(), exp: z.number(), sub: z.string() };
const JwtBadge = z.union([z.strictObject({ ...members, ...claims }), z.strictObject({ ...formerMembers, ...claims })]);
const JwtHeader = z.strictObject({ alg: z.literal('RS256'), typ: z.literal('JWT'), kid: z.string() });

type Badge = Omit<z.infer<typeof SignedBadge>, 'proof'>;

/** The facts in a badge whose proof was checked. Days are `YYYY-MM-DD`. */
export type BadgeFacts = {
  /** The address of the check page that is printed beside it. */
  id: string;
  number: string;
  name: string;
  issuer: string;
  course: string;
  edition: string;
  language: 'da' | 'en';
  /** The code of the check page. */
  code: string;
  validFrom: string;
  lastValidDay: string;
  issuedAt: string;
  /** What it takes: the evidence first, as it is printed. */
  narrative: string;
  /** The issuer's DID, and the key that proved it. */
  did: string;
  keyId: string;
  /** Its place in each status list that it names. */
  status: z.infer<typeof FormerEntries>;
};

/** Reads a badge and checks its proof against the known keys. No address in it is fetched. */
export async function readBadge(text: string, known: readonly KnownKey[]): Promise<BadgeFacts> {
  const badge = readStrictJson(SignedBadge, text, 'credential-unreadable');
  const key = await checkProof(badge, known);
  return factsOf(badge, key);
}

/**
 * Reads the JWT form. The key is always one we know by its id, whatever the header contains, and the algorithm is
 * always RS256.
 */
export async function readBadgeJwt(text: string, known: readonly KnownKey[]): Promise<BadgeFacts> {
  const header = readStrictJson(JwtHeader, partOf(text, 0), 'credential-unreadable');
  const key = known.find(({ id }) => id === header.kid);
  must(key && key.jwk.kty === 'RSA', 'credential-key-unknown');
  must(!key.compromisedAt, 'credential-key-compromised');
  try {
    await compactVerify(text, await importJWK(key.jwk, 'RS256'), { algorithms: ['RS256'] });
  } catch {
    throw new Flaw('credential-proof-wrong');
  }
  const badge = readStrictJson(JwtBadge, partOf(text, 1), 'credential-unreadable');
  must(badge.iss === key.controller, 'credential-key-unknown');
  for (const [claim, value] of Object.entries(registeredClaimsOf(badge)))
    must(badge[claim as 'iss'] === value, 'credential-unreadable');
  return factsOf(badge, key);
}

const partOf = (jwt: string, at: 0 | 1): string => Buffer.from(jwt.split('.')[at] ?? '', 'base64url').toString('utf8');

/** A badge is about one certificate of one issuer, so all its addresses must follow from the same few facts. */
function factsOf(badge: Badge, key: KnownKey): BadgeFacts {
  const { id, issuer, credentialSubject, credentialStatus, validFrom, validUntil, awardedDate } = badge;
  const { achievement, identifier, licenseNumber } = credentialSubject;
  const code = id.match(/\/v\/([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)(?:\?lang=en)?$/)?.[1];
  must(code && id.startsWith(`${issuer.url}/v/`), 'credential-unreadable');
  must(didOf(issuer.url) === issuer.id && credentialSubject.id === holderIdOf(id), 'credential-unreadable');
  const status = Array.isArray(credentialStatus) ? credentialStatus : [credentialStatus];
  const list = Number(status[0]?.statusListCredential.split('/').at(-1));
  const index = (list - 1) * listSize + Number(status[0]?.statusListIndex);
  must(Number.isSafeInteger(index) && index >= 0, 'credential-unreadable');
  const { url } = issuer;
  const course = new URL(achievement.id, url).pathname.split('/').at(-2) ?? '';
  const { version, inLanguage } = achievement;
  const is = (made: unknown, given: unknown) =>
    must(JSON.stringify(made) === JSON.stringify(given), 'credential-unreadable');
  if ('image' in achievement) {
    is(achievementAddress(url, course, version, inLanguage), achievement.id);
    is(imageAddress(url, course, version), achievement.image.id);
    is(entryOf(url, index), credentialStatus);
  } else {
    is(formerAchievementAddress(url, course, version), achievement.id);
    is(formerEntriesOf(url, index), credentialStatus);
  }
  return {
    id,
    number: licenseNumber,
    name: identifier[0].identityHash,
    issuer: issuer.name,
    course: achievement.name,
    edition: achievement.version,
    language: achievement.inLanguage,
    code,
    validFrom: validFrom.slice(0, 10),
    lastValidDay: validUntil.slice(0, 10),
    issuedAt: awardedDate,
    narrative: achievement.criteria.narrative,
    did: issuer.id,
    keyId: key.id,
    status,
  };
}
