import type { TFunction } from 'i18next';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { UrgentAction } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';

type About = { language: 'da' | 'en'; day: string; marginDays: number };
export type UrgentText = { title: string; text: string; link: string; to: string };

const named = 3;

/** What an action is called, why it is urgent, and where it is done. */
export function urgentText(t: TFunction<'monday'>, action: UrgentAction, about: About): UrgentText {
  const { language, day, marginDays } = about;
  const days = { asOf: day, knownOn: undefined };
  const names = action.places.map(({ name }) => name);
  const count = names.length;
  const said =
    count > named
      ? t('names-more', { names: names.slice(0, named).join(', '), count: count - named })
      : formatList(language, names);
  switch (action.kind) {
    case 'sign-wave':
      return {
        title: t('do.sign-wave.title', { wave: action.wave }),
        text: t('do.sign-wave.text', { count: action.missing, names: said }),
        link: t('do.sign-wave.link'),
        to: `/rollout/waves/${action.waveId}/sign-off`,
      };
    case 'fill-hold':
      return {
        title: t('do.fill-hold.title', { hold: action.hold }),
        text: t('do.fill-hold.text', { free: action.free, names: said, count: action.missing }),
        link: t('do.fill-hold.link'),
        to: agencyLink('/readiness/questions/shortage', days),
      };
    case 'call-unanswered':
      return {
        title: t('do.call-unanswered.title', { count }),
        text: t('do.call-unanswered.text', { names: said }),
        link: t('do.call-unanswered.link'),
        to: agencyLink('/readiness/questions/invitations', {}),
      };
    case 'ask-for-papers':
      return {
        title: t('do.ask-for-papers.title', { count }),
        text: t('do.ask-for-papers.text', { names: said }),
        link: t('do.ask-for-papers.link'),
        to: agencyLink('/readiness/ask', {}),
      };
    case 'confirm-papers':
      return {
        title: t('do.confirm-papers.title', { count }),
        text: t('do.confirm-papers.text', { names: said }),
        link: t('do.confirm-papers.link'),
        to: agencyLink('/readiness/to-confirm', {}),
      };
    case 'renew-papers':
      return {
        title: t('do.renew-papers.title', { count }),
        text: t('do.renew-papers.text', { names: said, ends: formatDay(language, action.ends) }),
        link: t('do.renew-papers.link'),
        to: agencyLink('/readiness/questions/expiring', days),
      };
    case 'renew-certificates':
      return {
        title: t('do.renew-certificates.title', { names: said }),
        text: t('do.renew-certificates.text', { ends: formatDay(language, action.ends), days: marginDays }),
        link: t('do.renew-certificates.link'),
        to: agencyLink(`/municipalities/${action.places[0]?.code}`, days),
      };
  }
}
