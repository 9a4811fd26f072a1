import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';

const pages = ['to-confirm', 'ask', 'overrides', 'policy'] as const;

/** What the agency does about papers, overrides and the rules; these pages are about today. */
export function WorkLinks() {
  const { t } = useTranslation('evidence');
  return (
    <nav className="space-7 only-screen" aria-labelledby="work">
      <h2 id="work" className="h3">
        {t('work.title')}
      </h2>
      <ul className="plain-list">
        {pages.map((page) => (
          <li key={page}>
            <Link to={agencyLink(`/readiness/${page}`, {})}>{t(`work.${page}`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
