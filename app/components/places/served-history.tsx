import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import type { ServedView } from '#app/use-cases/places/serving/see-served.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; served: ServedView };

/** Who serves a municipality when, and what was decided about it. */
export function ServedHistory({ language, served }: Props) {
  const { t } = useTranslation('places');
  const day = (text: string) => formatDay(language, text);
  return (
    <>
      <ul>
        {served.timeline.map(({ from, service, planned }) => (
          <li key={from}>
            {t(planned ? 'serving.will' : 'serving.since', { service, day: day(from) })}
            {from === served.lastChange && (
              <Form method="post" className="only-screen">
                <input type="hidden" name="from" value={from} />
                <button
                  className="button button-secondary"
                  name="intent"
                  value="take-back"
                  type="submit"
                  aria-label={t('serving.take-back-name', { service, day: day(from) })}
                >
                  {t('serving.take-back')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {served.changes.length > 0 && (
        <section className="space-6" aria-labelledby="history">
          <h2 id="history">{t('library.history')}</h2>
          <ul>
            {served.changes.map(({ id, kind, day: on, service, why, by, recordedAt }) => (
              <li key={id}>
                {t(`serving.${kind}-on`, { service, day: day(on) })}{' '}
                <span className="muted">
                  {t('change.by', { who: by ?? t('library.command-line'), when: formatDayOf(language, recordedAt) })}
                  {why && ` · ${why}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
