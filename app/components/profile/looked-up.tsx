import { useTranslation } from 'react-i18next';
import type { LookedUpBy } from '#app/use-cases/lookups/lookups-of.server.ts';
import { formatDayOf } from '#app/words/format.ts';

/** How often the viewer was looked up in the last year, by role and library. */
export function LookedUp({ by, language }: { by: LookedUpBy[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  return (
    <section className="space-7" aria-labelledby="looked-up">
      <h2 id="looked-up">{t('profile.looked-up')}</h2>
      <p>{t('profile.looked-up-text')}</p>
      {by.length === 0 ? (
        <p>{t('profile.looked-up-none')}</p>
      ) : (
        <ul>
          {by.map(({ role, library, count, last }) => {
            const who = [t(`profile.looked-up-role.${role}`), library].filter(Boolean).join(', ');
            return <li key={who}>{t('profile.looked-up-by', { who, count, last: formatDayOf(language, last) })}</li>;
          })}
        </ul>
      )}
    </section>
  );
}
