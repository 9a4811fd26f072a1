import type { BadgeData, CertificateData } from '#certificates/certificate-data.ts';
import { words } from '#certificates/drawing/words.ts';
import type { CredentialKey } from './credential-key.ts';
import { badgeContext, credentialsContext } from './data-integrity.ts';
import { didOf } from './did-document.ts';
import { entriesOf } from './status-list.ts';

/** A certificate as an Open Badge 3.0 (VC 2.0). The name is the only personal data in it. */
export function badgeOf(c: CertificateData, badge: BadgeData, kind: CredentialKey['kind']) {
  const w = words[c.language];
  // A badge for a demo person or from a development key says so.
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
      id: holderIdOf(c.verifyUrl),
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: c.name }],
      licenseNumber: c.number,
      achievement: achievementOf({ ...c, ...badge, title: c.course }),
    },
    credentialStatus: entriesOf(badge.site, badge.statusIndex),
  };
}

/** An identifier for the holder that reveals nothing about the person; it is not a web address. */
export const holderIdOf = (id: string): string => `${id}#holder`;

export const achievementAddress = (site: string, course: string, edition: string): string =>
  `${site}/achievements/${course}/${edition}`;

type Achieved = {
  site: string;
  course: string;
  title: string;
  edition: string;
  language: 'da' | 'en';
  evidence: readonly string[];
  variant?: CertificateData['variant'];
};

/**
 * The achievement that everybody with this certificate has; it is the same in a badge and at the address that the badge
 * names.
 */
export function achievementOf({ site, course, title, edition, language, evidence, variant = 'course' }: Achieved) {
  const w = words[language][variant];
  return {
    id: achievementAddress(site, course, edition),
    type: ['Achievement'],
    name: title,
    inLanguage: language,
    version: edition,
    achievementType: 'Certificate',
    description: w.achievement(title, edition),
    criteria: { narrative: [w.proof, ...evidence.map((each) => `- ${each}`)].join('\n') },
  };
}
