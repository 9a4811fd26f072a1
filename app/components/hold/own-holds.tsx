import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { mailTo } from '#app/components/base/mail-to.ts';
import type { RunningHold } from '#app/use-cases/holds/list-running-holds.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { holds: readonly RunningHold[]; language: 'da' | 'en' };

/** The leader's current and future holds, each with what the leader needs to know now. */
export function OwnHolds({ holds, language }: Props) {
  const { t } = useTranslation('leader');
  return (
    <aside aria-labelledby="own-holds">
      <h2 className="h3" id="own-holds">
        {t('queue.holds')}
      </h2>
      <ul className="changes">
        {holds.map(({ id, name, begun, startsOn, taken, seats, stuck, waiting, nextDay }) => (
          <li key={id}>
            <Icon name="right" />
            <p>
              <Link to={`/holds/${id}`}>
                <b>{name}</b>
              </Link>
              <br />
              {[
                begun ? t('queue.hold-people', { count: taken }) : t('queue.hold-taken', { taken, seats }),
                begun ? '' : t('queue.hold-starts', { day: formatDay(language, startsOn) }),
                stuck.length > 0 ? t('queue.hold-stuck', { count: stuck.length }) : '',
                waiting.length > 0 ? t('queue.hold-waiting', { count: waiting.length }) : '',
                nextDay ? t('queue.hold-day', { day: formatDay(language, nextDay) }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** How many people per hold are listed here. The page of the hold lists all of them. */
const shown = 3;

/** People on the leader's holds who seem stuck, with a link to ask how it goes. */
export function PerhapsStuck({ holds, language }: Props) {
  const { t } = useTranslation('leader');
  const some = holds.filter(({ stuck }) => stuck.length > 0);
  if (some.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="perhaps-stuck">
      <h2 className="h3" id="perhaps-stuck">
        {t('queue.stuck')}
      </h2>
      {some.map(({ id, name: hold, stuck }) => (
        <div key={id}>
          <ul className="plain-list">
            {stuck.slice(0, shown).map(({ enrolmentId, name, library, email, attention, step }) => {
              const why = t(`hold.attention.${attention!.why}`, { count: attention!.days });
              const link = mailTo([email], hold);
              return (
                <li key={enrolmentId}>
                  <p>
                    {t(library ? 'queue.stuck-person' : 'queue.stuck-person-alone', { name, library, why })}{' '}
                    {step && t('queue.stuck-next', { step: step[language] })}{' '}
                    {link && (
                      <a href={link} aria-label={t('queue.write-name', { name })}>
                        {t('queue.write')}
                      </a>
                    )}
                  </p>
                </li>
              );
            })}
          </ul>
          {stuck.length > shown && (
            <Link className="text-link" to={`/holds/${id}`}>
              {t('queue.stuck-more', { count: stuck.length - shown, hold })}
            </Link>
          )}
        </div>
      ))}
    </section>
  );
}

/** People who have waited long for an answer to what they handed in. They are not stuck: they can do no more themselves. */
export function WaitingForAnswer({ holds }: Pick<Props, 'holds'>) {
  const { t } = useTranslation('leader');
  const some = holds.filter(({ waiting }) => waiting.length > 0);
  const count = some.reduce((sum, { waiting }) => sum + waiting.length, 0);
  if (count === 0) return null;
  return (
    <section className="space-7" aria-labelledby="waiting-for-answer">
      <h2 className="h3" id="waiting-for-answer">
        {t('queue.waiting')}
      </h2>
      <p>{t('queue.waiting-text', { count })}</p>
      <ul className="plain-list">
        {some.flatMap(({ id, waiting }) =>
          waiting.map(({ enrolmentId, name, library, waiting: days }) => (
            <li key={enrolmentId}>
              <p>
                <Link to={`/holds/${id}/people/${enrolmentId}`}>{name}</Link>
                {library && `, ${library}`}. {t('hold.waiting', { count: days! })}.
              </p>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
