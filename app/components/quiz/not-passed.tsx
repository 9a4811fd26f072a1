import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import type { StepView } from '#app/use-cases/learning/see-step.server.ts';
import { formatInstant, formatNumber } from '#app/words/format.ts';
import { WrongMark } from './wrong-mark.tsx';

type View = Extract<StepView, { kind: 'quiz' }>;
type Props = { view: View; result: NonNullable<View['result']>; language: 'da' | 'en' };

/** After a failed test: what to read and practise, by goal, when the next try opens and why, and what is open meanwhile. */
export function NotPassed({ view, result, language }: Props) {
  const { t } = useTranslation('adviser');
  const { places, goals } = result;
  const lessonAt = ({ step, section }: (typeof places)[number]) =>
    `/enrolments/${view.enrolmentId}/steps/${step}${section ? `#${section}` : ''}`;
  const practice = (goal: string) => `/practice?${new URLSearchParams({ enrolment: view.enrolmentId, goal })}`;
  const weakest = goals.find(({ earned, of }) => earned < of);
  const until = view.because?.reason === 'cooling' ? view.because.until : undefined;
  return (
    <>
      {places[0] && (
        <section className="next-action space-6" aria-labelledby="next-title">
          <p className="overline">{t('path.next')}</p>
          <h2 className="h3" id="next-title">
            {t('failed.read-title', { count: places.length })}
          </h2>
          <p>{until ? t('failed.ready-when', { at: formatInstant(language, until) }) : t('failed.read-text')}</p>
          <div className="actions">
            <Link className="button button-primary" to={lessonAt(places[0])}>
              {t('failed.read-first', { count: places.length })} <Icon name="right" />
            </Link>
            {weakest && (
              <Link className="text-link" to={practice(weakest.id)}>
                {t('failed.practise')}
              </Link>
            )}
          </div>
        </section>
      )}
      {places.length > 0 && (
        <section className="space-7" aria-labelledby="read-again">
          <h2 id="read-again">{t('failed.read-again')}</h2>
          <ul className="answer-list">
            {places.map((place) => (
              <li key={lessonAt(place)}>
                <WrongMark />
                <p>
                  <Link to={lessonAt(place)}>{place.title[language]}</Link>
                  <br />
                  <span className="muted">{t('failed.wrong-here', { count: place.wrong })}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {goals.length > 0 && (
        <section className="space-7" aria-labelledby="goals">
          <h2 id="goals">{t('failed.goals')}</h2>
          <ul className="answer-list">
            {goals.map(({ id, title, earned, of }) => (
              <li key={id}>
                {earned < of ? <WrongMark /> : <NodeMark kind="lesson" status="done" />}
                <p>
                  <b>{title[language]}</b>
                  <br />
                  <span className="muted">
                    {t(earned < of ? 'failed.share' : 'failed.share-all', {
                      earned: formatNumber(language, earned, 1),
                      of,
                    })}
                  </span>
                </p>
                {earned < of && (
                  <Link
                    className="text-link"
                    to={practice(id)}
                    aria-label={t('failed.practise-goal', { goal: title[language] })}
                  >
                    {t('failed.practise')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="space-7" aria-labelledby="next-try">
        <h2 id="next-try">{t('failed.next-try')}</h2>
        {until && (
          <p>
            <b>{t('failed.opens', { at: formatInstant(language, until) })}</b>{' '}
            {view.pauseHours
              ? t('failed.pause', { count: view.pauseHours, hours: formatNumber(language, view.pauseHours, 1) })
              : t('failed.pause-days')}
          </p>
        )}
        {!until && view.status !== 'closed' && <p>{t('failed.open-now')}</p>}
        {view.attempts && (
          <p>
            {view.attempts.used < view.attempts.of
              ? t('failed.left', { left: view.attempts.of - view.attempts.used, of: view.attempts.of })
              : t('failed.none-left')}
          </p>
        )}
        {view.openLessons.length > 0 && (
          <p>
            {t('failed.meanwhile')}{' '}
            {view.openLessons.map(({ id, title }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link to={`/enrolments/${view.enrolmentId}/steps/${id}`}>{title[language]}</Link>
              </span>
            ))}
            .
          </p>
        )}
      </section>
    </>
  );
}
