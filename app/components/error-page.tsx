import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lastSent } from './last-sent.ts';

const kinds: Record<number, string> = {
  400: 'unreadable',
  403: 'forbidden',
  404: 'not-found',
  411: 'unreadable',
  413: 'too-large',
  503: 'unavailable',
};

/** What went wrong, whose fault it is, and what to do next; what was being sent is not lost with the page. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTranslation('common');
  const kind = kinds[status] ?? 'broken';
  const written = lastSent();
  return (
    <>
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
      {written.length > 0 && <p>{t('error.written')}</p>}
      <Written texts={written} />
    </>
  );
}

function Written({ texts }: { texts: string[] }) {
  const { t } = useTranslation('common');
  return texts.map((text, at) => (
    <div className="form-group" key={text}>
      <label className="form-label" htmlFor={`written-${at}`}>
        {t('ended.written')}
      </label>
      <textarea
        className="form-input"
        id={`written-${at}`}
        rows={Math.min(16, Math.ceil(2 + text.length / 60))}
        readOnly
        defaultValue={text}
      />
    </div>
  ));
}

/** The session ended before the form came: nothing was saved, and nothing that was written is lost. */
export function EndedPage({ written, next }: { written: string[]; next: string }) {
  const { t } = useTranslation('common');
  return (
    <>
      <h1>{t('ended.title')}</h1>
      <p className="stor">{written.length > 0 ? t('ended.text') : t('ended.nothing')}</p>
      <Written texts={written} />
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
