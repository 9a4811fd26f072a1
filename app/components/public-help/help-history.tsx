import { useTranslation } from 'react-i18next';
import type { HelpPointView } from '#app/use-cases/help-points/see-help-point.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; help: Pick<HelpPointView, 'versions' | 'consents'> };

/** Every text and every yes and no, the last first. */
export function HelpHistory({ language, help }: Props) {
  const { t } = useTranslation('help-points');
  const entries = [
    ...help.versions.map(({ id, from, times, place, by, recordedAt }) => ({
      ...{ id, by, recordedAt },
      text: t('history.text', { from: formatDay(language, from), times, place }),
    })),
    ...help.consents.map(({ id, given, saidBy, by, recordedAt }) => ({
      ...{ id, by, recordedAt },
      text: given ? t('history.given', { who: saidBy }) : t('history.withdrawn'),
    })),
  ].sort((a, b) => (a.recordedAt === b.recordedAt ? 0 : a.recordedAt < b.recordedAt ? 1 : -1));
  return (
    <section className="space-7" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {entries.length === 0 ? (
        <p>{t('history.none')}</p>
      ) : (
        <ul>
          {entries.map(({ id, text, by, recordedAt }) => (
            <li key={id}>
              {text}{' '}
              <span className="muted">
                {t('history.by', { day: formatDayOf(language, recordedAt), by: by ?? t('history.command-line') })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
