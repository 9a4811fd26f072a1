import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';

/** The same page with the text of the course in the other language. */
export function TextIn({ language }: { language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  return (
    <nav className="section-tabs only-screen" aria-label={t('draft.in')}>
      <ul>
        {(['da', 'en'] as const).map((each) => (
          <li key={each}>
            <Link to={`?in=${each}`} aria-current={each === language ? 'true' : undefined}>
              {t(`draft.language.${each}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
