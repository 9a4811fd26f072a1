import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { AgreementView } from '#app/use-cases/partners/see-agreement.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; versions: AgreementView['versions'] };

/** Every version of an agreement, newest first, with the reason of each correction. */
export function AgreementHistory({ language, versions }: Props) {
  const { t } = useTranslation('partners');
  return (
    <section className="space-6" aria-labelledby="history">
      <h2 id="history">{t('version.history')}</h2>
      <ul>
        {versions.map(({ id, recordedAt, from, lastDay, why, withdrawn }) => {
          const day = formatDayOf(language, recordedAt);
          return (
            <li key={id}>
              {withdrawn ? (
                t('agreement.version-withdrawn', { day })
              ) : (
                <Link to={`/partners/agreements/${id}`}>
                  {t('agreement.version', {
                    day,
                    from: formatDay(language, from),
                    lastDay: formatDay(language, lastDay),
                  })}
                </Link>
              )}{' '}
              {why && <span className="muted">{why}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
