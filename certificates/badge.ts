import type { BadgeData, CertificateData } from './certificate-data.ts';
import type { CredentialKey } from './credential-key.ts';
import { badgeContext, credentialsContext } from './data-integrity.ts';
import { didOf } from './did-document.ts';
import { entriesOf } from './status-list.ts';
import { words } from './words.ts';

/** What a certificate says as an Open Badge 3.0 (VC 2.0). Of the person it holds the name alone. */
export function badgeOf(c: CertificateData, badge: BadgeData, kind: CredentialKey['kind']) {
  const w = words[c.language];
  // What is not for real says so here too.
  const notes = [...(c.demo ? [w.demo] : []), ...(kind === 'development' ? [w.development] : [])];
  return {
    '@context': [credentialsContext, badgeContext],
    id: c.verifyUrl,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: c.course,
    ...(notes.length > 0 && { description: notes.join('. ') }),
    issuer: { id: didOf(badge.site), type: ['Profile'], name: c.issuer, url: badge.site },
    validFrom: badge.validFrom,
    validUntil: badge.validUntil,
    awardedDate: c.issuedAt,
    credentialSubject: {
      id: holderOf(c.verifyUrl),
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: c.name }],
      licenseNumber: c.number,
      achievement: {
        id: achievementOf(badge.site, badge.course, c.edition),
        type: ['Achievement'],
        name: c.course,
        inLanguage: c.language,
        version: c.edition,
        achievementType: 'Certificate',
        description: w.achievement(c.course, c.edition),
        criteria: { narrative: [w.proof, ...c.evidence.map((each) => `- ${each}`)].join('\n') },
      },
    },
    credentialStatus: entriesOf(badge.site, badge.statusIndex),
  };
}

/** Nobody's address, but a name for the holder that says nothing of the person. */
export const holderOf = (id: string): string => `${id}#holder`;

export const achievementOf = (site: string, course: string, edition: string): string =>
  `${site}/achievements/${course}/${edition}`;
