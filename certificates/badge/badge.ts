import type { BadgeData, CertificateData, Learned } from '#certificates/certificate-data.ts';
import { listed, words } from '#certificates/drawing/words.ts';
import type { CredentialKey } from './credential-key.ts';
import { badgeContext, credentialsContext } from './data-integrity.ts';
import { didOf } from './did-document.ts';
import { entryOf } from './status-list.ts';

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
    credentialStatus: entryOf(badge.site, badge.statusIndex),
  };
}

/** An identifier for the holder that reveals nothing about the person; it is not a web address. */
export const holderIdOf = (id: string): string => `${id}#holder`;

/** What an achievement is in one language has an address of its own, since it says something else in the other. */
export const achievementAddress = (site: string, course: string, edition: string, language: 'da' | 'en'): string =>
  `${formerAchievementAddress(site, course, edition)}${language === 'en' ? '?lang=en' : ''}`;

/** The address that badges issued earlier name in both languages. */
export const formerAchievementAddress = (site: string, course: string, edition: string): string =>
  `${site}/achievements/${course}/${edition}`;

/** The picture of an achievement. */
export const imageAddress = (site: string, course: string, edition: string): string =>
  `${formerAchievementAddress(site, course, edition)}/badge.svg`;

type Achieved = {
  learned: Learned;
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
export function achievementOf(achieved: Achieved) {
  const { site, course, title, edition, language, variant = 'course' } = achieved;
  const w = words[language][variant];
  return {
    id: achievementAddress(site, course, edition, language),
    type: ['Achievement'],
    name: title,
    inLanguage: language,
    version: edition,
    achievementType: 'Certification',
    description: w.achievement(title, edition),
    image: { id: imageAddress(site, course, edition), type: 'Image', caption: title },
    criteria: { narrative: narrativeOf(achieved) },
  };
}

/** How it was shown, as printed, then what was learned and how much it is. */
function narrativeOf({ language, variant = 'course', evidence, learned }: Achieved): string {
  const w = words[language];
  const { always, choices, minutes, level } = learned;
  const topics = [...always, ...choices.map(({ n, of }) => w.chosen(n, listed(language, of)))];
  const hours = new Intl.NumberFormat(w.locale).format(Math.round(minutes / 30) / 2);
  const list = (heading: string, items: readonly string[]) => [heading, ...items.map((each) => `- ${each}`)].join('\n');
  return [
    list(w[variant].proof, evidence),
    ...(topics.length > 0 ? [list(w.learned, topics)] : []),
    ...(minutes > 0 ? [w.hours(hours)] : []),
    ...(level ? [w.level(level)] : []),
  ].join('\n\n');
}
