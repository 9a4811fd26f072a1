import { useTranslation } from 'react-i18next';

/** The pages that can be used without a network. The questions of practice are reached by its own page. */
export function KeptList({ kept }: { kept: { path: string; title: string }[] }) {
  const { t } = useTranslation('offline');
  const pages = kept.filter(({ path }) => path !== '/offline' && !path.startsWith('/practice/ask'));
  return (
    <section className="space-6" aria-labelledby="kept">
      <h2 className="h3" id="kept">
        {t('kept.title')}
      </h2>
      <p>{t(pages.length === 0 ? 'kept.none' : 'kept.text')}</p>
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            {/* The browser asks, not the router, which would want data that is not kept. */}
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
