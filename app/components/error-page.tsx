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

/** The session ended before the form came: nothing was saved, and nothing that was written is lost. */
export function EndedPage({ written, next }: { written: string[]; next: string }) {
  const { t } = useTranslation('common');
  return (
    <>
      <h1>{t('ended.title')}</h1>
      <p className="stor">{written.length > 0 ? t('ended.text') : t('ended.nothing')}</p>
      {written.map((text, at) => (
        <div className="form-group" key={text}>
          <label className="form-label" htmlFor={`written-${at}`}>
            {t('ended.written')}
          </label>
          <textarea
            className="form-input"
            id={`written-${at}`}
            rows={Math.min(16, 2 + text.length / 60)}
            readOnly
            defaultValue={text}
          />
        </div>
      ))}
      <div className="handlinger">
        <Link
          className="button button-primary"
          to={`/sign-in?${new URLSearchParams({ next })}`}
          target="_blank"
          rel="noopener"
        >
          {t('ended.sign-in')}
        </Link>
      </div>
    </>
  );
}
