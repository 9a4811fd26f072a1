import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { formatDay } from '#app/words/format.ts';
import { guidanceText } from './guidance-text.ts';

type Props = {
  language: 'da' | 'en';
  monday: Pick<CountryMonday, 'day' | 'since' | 'of' | 'parts' | 'answers'>;
  totals: CountryMonday['changes']['totals'];
};

/** The questions the agency asks, each with its page, and a short answer where it is known already. */
export function ElevenQuestions({ language, monday, totals }: Props) {
  const { t } = useTranslation('monday');
  const { day, since, of, parts, answers } = monday;
  const days = { asOf: day, knownOn: undefined };
  const on = (path: string) => agencyLink(path, days);
  const show = (each: string) => formatDay(language, each);
  const told = answers.guidance && guidanceText(t, language, answers.guidance);
  const asked: { key: string; ask: string; to: string; answer?: string | undefined }[] = [
    {
      key: 'open',
      ask: t('questions.open.ask'),
      to: on('/readiness'),
      answer: t('questions.open.answer', { ready: parts.ready, others: of - parts.ready }),
    },
    {
      key: 'shortage',
      ask: t('questions.shortage.ask'),
      to: on('/readiness/questions/shortage'),
      answer: t('questions.shortage.answer', {
        missing: answers.missing,
        training: answers.training,
        free: answers.free,
      }),
    },
    {
      key: 'expiring',
      ask: t('questions.expiring.ask'),
      to: on('/readiness/questions/expiring'),
      answer: t('questions.expiring.answer', {
        certificates: answers.certificates,
        services: answers.expiringServices,
        day: show(answers.expiringUntil),
      }),
    },
    {
      key: 'knowledge',
      ask: t('questions.knowledge.ask'),
      to: agencyLink('/readiness/questions/knowledge', {}),
      answer: t('questions.knowledge.answer', {
        services: answers.knowledgeServices,
        old: answers.old,
        missing: answers.neverSeen,
      }),
    },
    {
      key: 'invitations',
      ask: t('questions.invitations.ask'),
      to: agencyLink('/readiness/questions/invitations', {}),
      answer: t('questions.invitations.answer', { count: answers.unanswered }),
    },
    {
      key: 'obligations',
      ask: t('questions.obligations.ask'),
      to: '/obligations',
      answer:
        answers.obligation === null
          ? undefined
          : t('questions.obligations.answer', {
              title: answers.obligation.title[language],
              day: show(answers.obligation.day),
            }),
    },
    { key: 'distance', ask: t('questions.distance.ask'), to: '/guidance-log#distance', answer: told?.distance },
    { key: 'reach', ask: t('questions.reach.ask'), to: '/guidance-log#reach', answer: told?.reach },
    { key: 'trouble', ask: t('questions.trouble.ask'), to: '/guidance-log#trouble', answer: told?.trouble },
    {
      key: 'compare',
      ask: t('questions.compare.ask'),
      to: agencyLink('/readiness/questions/compare', { since }),
      answer: t('questions.compare.answer', { up: totals.up, down: totals.down, day: show(since) }),
    },
  ];
  return (
    <section className="space-7" aria-labelledby="eleven">
      <h2 id="eleven">{t('questions.title')}</h2>
      <ol className="eleven">
        {asked.map(({ key, ask, to, answer }) => (
          <li key={key}>
            <Link to={to}>{ask}</Link>
            {answer && <p>{answer}</p>}
          </li>
        ))}
        <li>
          <Link to={on('/readiness/report')}>{t('questions.paper.ask')}</Link>
          <p>
            <a href={agencyLink('/readiness/table.csv', days)}>{t('questions.paper.csv')}</a>
          </p>
        </li>
      </ol>
    </section>
  );
}
