import type { Reason } from './readiness-of.ts';

type Language = 'da' | 'en';
type ShowDay = (day: string) => string;

/** A gate's reason as one plain sentence. `show` formats a day in the reader's language. */
export function reasonText(reason: Reason, language: Language, show: ShowDay = (day) => day): string {
  return language === 'da' ? inDanish(reason, show) : inEnglish(reason, show);
}

function inDanish(reason: Reason, show: ShowDay): string {
  switch (reason.code) {
    case 'staffed': {
      const people = reason.counted === 1 ? '1 certificeret vejleder' : `${reason.counted} certificerede vejledere`;
      return `${people} har ${certificateInDanish(reason.marginDays)}. Kravet er ${reason.required}.`;
    }
    case 'short': {
      const expiring = reason.expiring > 0 ? `, ${reason.expiring} udløber før` : '';
      return `Mangler ${reason.required - reason.counted}: ${reason.counted} af ${reason.required} har ${certificateInDanish(reason.marginDays)}${expiring}.`;
    }
    case 'no-affiliation':
      return 'Ingen vejledere er registreret her endnu.';
    case 'nobody-guides':
      return 'Ingen vejleder borgere her endnu.';
    case 'no-evidence':
      return 'Der er ingen dokumentation endnu.';
    case 'all-passed':
      return reason.guides === 1
        ? 'Den ene, der vejleder, har bestået modulet.'
        : `Alle ${reason.guides}, der vejleder, har bestået modulet.`;
    case 'not-all-passed':
      return reason.guides === 1
        ? 'Den ene, der vejleder, har ikke bestået modulet endnu.'
        : `${reason.passed} af ${reason.guides}, der vejleder, har bestået modulet.`;
    case 'evidence':
      return `Dokumenteret ${show(reason.on)}.`;
    case 'said-no':
      return `Dokumenteret ${show(reason.on)}, at kravet ikke er opfyldt.`;
    case 'said-unknown':
      return `Noteret som ukendt ${show(reason.on)}.`;
    case 'awaits':
      return `Oplyst ${show(reason.on)}. Det tæller, når styrelsen har bekræftet det.`;
    case 'stale':
      return `Dokumentationen fra ${show(reason.on)} gjaldt til og med ${show(reason.lastDay)}.`;
    case 'agreement':
      return `Aftalen med ${reason.partner} tæller. Den gælder til og med ${show(reason.lastDay)}.`;
    case 'agreement-ended':
      return `Aftalen med ${reason.partner} gjaldt til og med ${show(reason.lastDay)}.`;
  }
}

function inEnglish(reason: Reason, show: ShowDay): string {
  switch (reason.code) {
    case 'staffed': {
      const people = reason.counted === 1 ? '1 certified adviser holds' : `${reason.counted} certified advisers hold`;
      return `${people} ${certificateInEnglish(reason.marginDays)}. ${reason.required} required.`;
    }
    case 'short': {
      const expiring =
        reason.expiring > 0 ? `, ${reason.expiring} ${reason.expiring === 1 ? 'expires' : 'expire'} before` : '';
      return `Lacks ${reason.required - reason.counted}: ${reason.counted} of ${reason.required} hold ${certificateInEnglish(reason.marginDays)}${expiring}.`;
    }
    case 'no-affiliation':
      return 'No advisers are on record here yet.';
    case 'nobody-guides':
      return 'Nobody guides citizens here yet.';
    case 'no-evidence':
      return 'There is no evidence yet.';
    case 'all-passed':
      return reason.guides === 1
        ? 'The one who guides has passed the module.'
        : `All ${reason.guides} who guide have passed the module.`;
    case 'not-all-passed':
      return reason.guides === 1
        ? 'The one who guides has not passed the module yet.'
        : `${reason.passed} of ${reason.guides} who guide have passed the module.`;
    case 'evidence':
      return `Evidence from ${show(reason.on)}.`;
    case 'said-no':
      return `Evidence from ${show(reason.on)} that the requirement is not met.`;
    case 'said-unknown':
      return `Noted as unknown on ${show(reason.on)}.`;
    case 'awaits':
      return `Stated on ${show(reason.on)}. It counts once the agency has confirmed it.`;
    case 'stale':
      return `The evidence from ${show(reason.on)} held through ${show(reason.lastDay)}.`;
    case 'agreement':
      return `The agreement with ${reason.partner} counts. It is in force through ${show(reason.lastDay)}.`;
    case 'agreement-ended':
      return `The agreement with ${reason.partner} was in force through ${show(reason.lastDay)}.`;
  }
}

function certificateInDanish(marginDays: number): string {
  if (marginDays === 0) return 'gyldigt bevis';
  return `bevis i mindst ${marginDays} ${marginDays === 1 ? 'dag' : 'dage'} endnu`;
}

function certificateInEnglish(marginDays: number): string {
  if (marginDays === 0) return 'a valid certificate';
  return `a certificate for at least ${marginDays} more ${marginDays === 1 ? 'day' : 'days'}`;
}
