import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';

/** The way back to the work that waits. */
export function BackToQueue() {
  const { t } = useTranslation('leader');
  return (
    <p className="space-5">
      <Link className="text-link" to="/grading">
        {t('grade.back')}
      </Link>
    </p>
  );
}
