import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { PaperView } from '#app/use-cases/readiness/evidence/paper-view-of.ts';
import { formatDay } from '#app/words/format.ts';
import { StateLine } from './paper-track.tsx';

type Props = { language: 'da' | 'en'; versions: readonly PaperView[]; here: string };

/** Every version of a statement, newest first: before and after. */
export function EvidenceVersions({ language, versions, here }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <section className="space-6" aria-labelledby="versions">
      <h2 id="versions">{t('versions')}</h2>
      <ul>
        {[...versions].reverse().map((each) => {
          const text = t('version', {
            on: formatDay(language, each.recordedOn),
            value: t(`value.${each.value}`),
            note: each.note,
          });
          return (
            <li key={each.id}>
              {each.id === here ? <b aria-current="true">{text}</b> : <Link to={`/evidence/${each.id}`}>{text}</Link>}{' '}
              <StateLine language={language} paper={each} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
