import { useTranslation } from 'react-i18next';
import { DateTile } from '#app/components/base/date-tile.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { CatalogueView } from '#app/use-cases/catalogue/see-catalogue.server.ts';
import { formatDay, formatList, formatStart } from '#app/words/format.ts';

type Course = CatalogueView['courses'][number];
type Props = { course: Course; own: CatalogueView['own']; language: 'da' | 'en' };

/** The holds of a course that take people now: when and where they meet, who leads them, how many seats are left. */
export function HoldsToAsk({ course, own, language }: Props) {
  const { t } = useTranslation('catalogue');
  const { t: common } = useTranslation('common');
  if (course.renewal?.can === false) return null;
  if (course.holds.length === 0) return <p className="muted">{t('no-hold')}</p>;
  return (
    <ul className="hold-list">
      {course.holds.map((hold) => {
        const [day] = hold.days;
        const mine = own.filter(({ holdId }) => holdId === hold.id);
        const full = hold.taken >= hold.seats;
        return (
          <li key={hold.id}>
            {day ? <DateTile day={day.heldOn} language={language} /> : <span />}
            <div>
              <h3>{hold.name}</h3>
              <p className="muted">
                {day
                  ? [formatStart(language, day.startsAt), day.place].filter(Boolean).join(' · ')
                  : course.courseDays > 0
                    ? t('no-day')
                    : t('no-days')}
                {hold.days.length > 1 && ` · ${t('days', { count: hold.days.length })}`}
                <br />
                {t('dates', { from: formatDay(language, hold.startsOn), to: formatDay(language, hold.endsOn) })}
                {hold.leaders.length > 0 && (
                  <>
                    <br />
                    {t('leaders', { names: formatList(language, hold.leaders) })}
                  </>
                )}
              </p>
              {mine.map(({ state }) => (
                <p key={state}>
                  <b>{t('your-hold', { state: common(`life.${state}`) })}</b>
                </p>
              ))}
            </div>
            <p>
              {full ? <b>{t('waiting-list')}</b> : t('seats', { free: hold.seats - hold.taken, seats: hold.seats })}
            </p>
            {mine.length > 0 ? (
              <Link className="text-link" to="/my-certificate">
                {t('yours')}
              </Link>
            ) : own.some((each) => each.course === course.id) ? (
              <span className="muted">{t('already')}</span>
            ) : (
              <Link
                className="button button-secondary"
                to={`/seats/${hold.id}`}
                aria-label={t(full ? 'ask-waiting-for' : 'ask-for', { hold: hold.name })}
              >
                {t(full ? 'ask-waiting' : 'ask')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
