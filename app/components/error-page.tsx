import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lastSent } from './last-sent.ts';

const kinds: Record<number, string> = {
  400: 'unreadable',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  411: 'unreadable',
  413: 'too-large',
  429: 'too-many',
  503: 'unavailable',
};

/** Which words fit an answer: ours for the known ones, else whether the fault was in what was sent or with us. */
export function errorKindOf(status: number): string {
  return kinds[status] ?? (status >= 400 && status < 500 ? 'refused' : 'broken');
}

/** What went wrong, whose fault it is, and what to do next; what was being sent is not lost with the page. */
export function ErrorPage({ status, requestId }: { status: number; requestId: string | undefined }) {
  const { t } = useTranslation('common');
  const kind = errorKindOf(status);
  const written = lastSent();
  return (
    <>
      <div className="tilstand">
        <BrokenLine />
        <div>
          <h1>{t(`error.${kind}.title`)}</h1>
          <p className="stor">{t(`error.${kind}.text`)}</p>
          {requestId && status >= 500 && <p className="dus">{t('error.id', { id: requestId })}</p>}
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

function BrokenLine() {
  return (
    <svg viewBox="0 0 220 60" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="4">
        <path d="M0 30h82M138 30h48M214 30h6" />
        <circle cx="200" cy="30" r="12" />
      </g>
      <circle cx="20" cy="30" r="12" fill="currentColor" />
      <path d="M94 16l10 14-10 14M128 16l-10 14 10 14" fill="none" stroke="#1a1a1a" strokeWidth="4" />
    </svg>
  );
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
