import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';

/** The drafts of a course, for whoever reads them before they are published. */
export function DraftsOfCourse({ course, drafts }: { course: string; drafts: readonly string[] }) {
  const { t } = useTranslation('leader');
  if (drafts.length === 0) return null;
  return (
    <section className="space-6" aria-labelledby="drafts">
      <h2 id="drafts">{t('draft.drafts')}</h2>
      <p>{t('draft.drafts-why')}</p>
      <ul>
        {drafts.map((edition) => (
          <li key={edition}>
            <Link to={`/courses/${course}/drafts/${edition}`}>{t('draft.read', { edition })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
