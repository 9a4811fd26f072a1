import type { Reason } from './readiness-of.ts';

type Language = 'da' | 'en';
type ShowDay = (day: string) => string;

/** A gate's reason as one plain sentence. `show` writes a day as the reader's language does. */
export function reasonText(reason: Reason, language: Language, show: ShowDay = (day) => day): string {
  return language === 'da' ? inDanish(reason, show) : inEnglish(reason, show);
}

function inDanish(reason: Reason, show: ShowDay): string {
  switch (reason.code) {
    case 'staffed':
      return `${reason.counted} af ${reason.required} certificerede vejledere har bevis i mindst 60 dage endnu.`;
    case 'short':
      return `Mangler ${reason.required - reason.counted}: ${reason.counted} af ${reason.required} har bevis i mindst 60 dage endnu${reason.expiring > 0 ? `, ${reason.expiring} udløber før` : ''}.`;
    case 'no-affiliation':
      return 'Ingen vejledere er registreret her endnu.';
    case 'no-adviser':
      return 'Der er ingen vejledere lige nu.';
    case 'no-evidence':
      return 'Der er ingen dokumentation endnu.';
    case 'all-passed':
      return `Alle ${reason.advisers} vejledere har bestået modulet.`;
    case 'not-all-passed':
      return `${reason.passed} af ${reason.advisers} vejledere har bestået modulet.`;
    case 'evidence':
      return `Dokumenteret ${show(reason.on)}.`;
    case 'stale':
      return `Dokumentationen fra ${show(reason.on)} gjaldt til ${show(reason.until)}.`;
  }
}

function inEnglish(reason: Reason, show: ShowDay): string {
  switch (reason.code) {
    case 'staffed':
      return `${reason.counted} of ${reason.required} certified advisers hold a certificate for at least 60 more days.`;
    case 'short':
      return `Lacks ${reason.required - reason.counted}: ${reason.counted} of ${reason.required} hold a certificate for at least 60 more days${reason.expiring > 0 ? `, ${reason.expiring} expire before` : ''}.`;
    case 'no-affiliation':
      return 'No advisers are on record here yet.';
    case 'no-adviser':
      return 'There are no advisers right now.';
    case 'no-evidence':
      return 'There is no evidence yet.';
    case 'all-passed':
      return `All ${reason.advisers} advisers have passed the module.`;
    case 'not-all-passed':
      return `${reason.passed} of ${reason.advisers} advisers have passed the module.`;
    case 'evidence':
      return `Evidence from ${show(reason.on)}.`;
    case 'stale':
      return `The evidence from ${show(reason.on)} held until ${show(reason.until)}.`;
  }
}
