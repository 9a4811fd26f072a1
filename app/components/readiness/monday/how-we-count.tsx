import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { CountingRules } from '#app/use-cases/readiness/monday/counting-rules.ts';
import { formatDay, formatList, formatNumber } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; day: string; rules: CountingRules; seesPolicy: boolean };

/** In plain words: how the answer is worked out, and with which thresholds. */
export function HowWeCount({ language, day, rules, seesPolicy }: Props) {
  const { t } = useTranslation('monday');
  const { version, from, staffing, papers } = rules;
  const { least, most, peoplePerAdviser } = staffing;
  const people = formatNumber(language, peoplePerAdviser);
  const fresh = papers.map(({ days, gates }) =>
    t('how.paper', { gates: formatList(language, gates), days: formatNumber(language, days) }),
  );
  return (
    <section className="space-7 only-screen" aria-labelledby="how">
      <h2 id="how">{t('how.title')}</h2>
      <p>{t('how.ready')}</p>
      <Facts
        rows={[
          [t('how.people'), t('how.people-is', { day: formatDay(language, day), margin: staffing.marginDays })],
          [t('how.enough'), t('how.enough-is', { people, least, most })],
          [t('how.papers'), `${t('how.papers-is')} ${fresh.join(' ')}`],
          [t('how.unknown'), t('how.unknown-is')],
          [t('how.policy'), t('how.policy-is', { version, from: formatDay(language, from) })],
        ]}
      />
      {seesPolicy && (
        <p>
          <Link to={agencyLink('/readiness/policy', {})}>{t('how.see-policy')}</Link>
        </p>
      )}
    </section>
  );
}
