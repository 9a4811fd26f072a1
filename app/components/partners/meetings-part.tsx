import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { MeetingEntry } from '#app/use-cases/partners/list-meetings.server.ts';
import { formatDay } from '#app/words/format.ts';
import { NextStep } from './next-step.tsx';

type Props = {
  language: 'da' | 'en';
  meetings: readonly MeetingEntry[];
  more: boolean;
  region: string;
  mayRecord: boolean;
};

/** The meetings with stakeholders, newest first: what was decided, and who does what next. */
export function MeetingsPart({ language, meetings, more, region, mayRecord }: Props) {
  const { t } = useTranslation('partners');
  const days = useDays();
  return (
    <section className="space-7" aria-labelledby="meetings">
      <h2 id="meetings">{t('meetings.title')}</h2>
      {meetings.length === 0 ? (
        <p>{t('meetings.none')}</p>
      ) : (
        <ScrollRegion label={t('meetings.title')}>
          <table className="data-table wide">
            <caption className="sr-only">{t('meetings.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('meetings.day')}</th>
                <th scope="col">{t('meetings.where')}</th>
                <th scope="col">{t('meetings.with')}</th>
                <th scope="col">{t('meetings.decided')}</th>
                <th scope="col">{t('meetings.next')}</th>
              </tr>
            </thead>
            <tbody>
              {meetings.map((each) => (
                <tr key={each.id}>
                  <th scope="row" className="when">
                    <Link to={`/partners/meetings/${each.id}`}>{formatDay(language, each.onDay)}</Link>
                  </th>
                  <td>{each.service ?? t('meetings.national')}</td>
                  <td>{each.partners}</td>
                  <td>{each.held ? each.decisions : <span className="muted">{t('meetings.coming')}</span>}</td>
                  <td>
                    <NextStep language={language} meeting={each} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <div className="actions only-screen">
        {mayRecord && (
          <Link className="button button-secondary" to="/partners/meetings/new">
            {t('meetings.add')}
          </Link>
        )}
        {more && (
          <Link className="text-link" to={agencyLink('/partners', { ...days, region, meetings: 'all' })}>
            {t('meetings.all')}
          </Link>
        )}
        {meetings.length > 0 && (
          <a className="text-link" href="/partners/meetings.ics">
            {t('calendar')}
          </a>
        )}
      </div>
    </section>
  );
}
