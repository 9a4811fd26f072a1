import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import { Link } from './link.tsx';

type Props = { page: number; of: number; label: string; to: string; name?: string };

/**
 * Links to the previous and next page of rows. The filters of the page stay in the address; a second list on a page has
 * its own `name` there.
 */
export function Pages({ page, of, label, to, name = 'page' }: Props) {
  const { t } = useTranslation('common');
  const [search] = useSearchParams();
  if (of < 2) return null;
  const on = (wanted: number) => agencyLink('', { ...carriedIn(search), [name]: String(wanted) }, to);
  return (
    <nav className="row only-screen" aria-label={label}>
      {page > 1 && (
        <Link className="button button-secondary" to={on(page - 1)} rel="prev">
          {t('pages.before')}
        </Link>
      )}
      <p className="no-margin">{t('pages.here', { page, of })}</p>
      {page < of && (
        <Link className="button button-secondary" to={on(page + 1)} rel="next">
          {t('pages.after')}
        </Link>
      )}
    </nav>
  );
}
