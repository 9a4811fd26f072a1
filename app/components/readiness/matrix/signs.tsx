import { useTranslation } from 'react-i18next';
import { AdviserBarKey } from './adviser-bar.tsx';

/** What the signs of the table mean. */
export function Signs() {
  const { t } = useTranslation('views');
  return (
    <section aria-labelledby="signs">
      <h2 id="signs" className="h3">
        {t('signs.title')}
      </h2>
      <ul className="signs">
        {(['ok', 'no', 'un', 'na'] as const).map((sign) => (
          <li key={sign} className={sign}>
            {t(`signs.${sign}`)}
          </li>
        ))}
        <li>
          <AdviserBarKey />
        </li>
        <li>{t('signs.age')}</li>
      </ul>
    </section>
  );
}
