import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

/** What went wrong, whose fault it is, and what to do next. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTranslation('common');
  const kind = status === 403 ? 'forbidden' : status === 404 ? 'not-found' : status === 503 ? 'unavailable' : 'broken';
  return (
    <div className="tilstand">
      <div>
        <h1>{t(`error.${kind}.title`)}</h1>
        <p className="stor">{t(`error.${kind}.text`)}</p>
        <div className="handlinger">
          <Link className="button button-primary" to="/">
            {t('error.home')}
          </Link>
          <Link className="tekstlink" to="/contact">
            {t('frame.contact')}
          </Link>
        </div>
      </div>
    </div>
  );
}
