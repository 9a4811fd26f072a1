import { useTranslation } from 'react-i18next';
import { formatDayOf } from '#app/words/format.ts';

type Version = { id: string; recordedAt: string; why: string; withdrawn: boolean };

/** When something was recorded and corrected, newest first; nothing where there is one version. */
export function VersionList({ language, versions }: { language: 'da' | 'en'; versions: readonly Version[] }) {
  const { t } = useTranslation('partners');
  if (versions.length < 2) return null;
  return (
    <section className="space-6" aria-labelledby="history">
      <h2 id="history">{t('version.history')}</h2>
      <ul>
        {versions.map(({ id, recordedAt, why, withdrawn }) => (
          <li key={id}>
            {t(withdrawn ? 'version.taken-back-on' : 'version.recorded-on', { day: formatDayOf(language, recordedAt) })}{' '}
            {why && <span className="muted">{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
