import { useTranslation } from 'react-i18next';
import type { LibraryView } from '#app/use-cases/places/libraries/see-library.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';

type Change = LibraryView['changes'][number];
type Props = { language: 'da' | 'en'; changes: readonly Change[] };

/** What was decided about a library, with who and when, newest first. */
export function LibraryHistory({ language, changes }: Props) {
  const { t } = useTranslation('places');
  const said = ({ kind, day, name, municipality, successor, successorName }: Change) =>
    t(`change.${kind === 'closed' && successor ? 'closed-into' : kind}`, {
      day: formatDay(language, day),
      name,
      municipality,
      successor: successorName ?? '',
    });
  return (
    <section className="space-6" aria-labelledby="history">
      <h2 id="history">{t('library.history')}</h2>
      {changes.length === 0 ? (
        <p>{t('library.no-history')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.id}>
              {said(change)}
              {change.moved > 0 && ` · ${t('change.moved', { count: change.moved })}`}{' '}
              <span className="muted">
                {t('change.by', {
                  who: change.by ?? t('library.command-line'),
                  when: formatDayOf(language, change.recordedAt),
                })}
                {change.why && ` · ${change.why}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
