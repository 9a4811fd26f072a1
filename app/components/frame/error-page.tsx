import { useTranslation } from 'react-i18next';
import { KeptWords } from '#app/components/base/kept-words.tsx';
import { Link } from '#app/components/base/link.tsx';
import { BrokenLine, line } from './broken-line.tsx';
import { lastSent } from './last-sent.ts';

const kinds = {
  400: 'unreadable',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  411: 'unreadable',
  413: 'too-large',
  429: 'too-many',
  503: 'unavailable',
} as const;
type ErrorKind = (typeof kinds)[keyof typeof kinds] | 'refused' | 'broken';

/**
 * Chooses the words for an HTTP status: its own words if we have some, otherwise whether the request or our server was
 * at fault.
 */
export function errorKindOf(status: number): ErrorKind {
  return kinds[status as keyof typeof kinds] ?? (status >= 400 && status < 500 ? 'refused' : 'broken');
}

/** Says what went wrong, whose fault it is and what to do next, and gives back what was being sent. */
export function ErrorPage({ status, requestId }: { status: number; requestId: string | undefined }) {
  const { t } = useTranslation('common');
  const kind = errorKindOf(status);
  const written = lastSent();
  return (
    <>
      <div className="with-picture">
        <Drawing kind={kind} />
        <div>
          <h1>{t(`error.${kind}.title`)}</h1>
          <p className="lead">{t(`error.${kind}.text`)}</p>
          {requestId && status >= 500 && <p className="muted">{t('error.id', { id: requestId })}</p>}
          <div className="actions">
            <Link className="button button-primary" to="/">
              {t('error.home')}
            </Link>
            {kind === 'not-found' ? (
              <Link className="text-link" to="/check">
                {t('frame.check')}
              </Link>
            ) : (
              <Link className="text-link" to="/contact">
                {t('frame.contact')}
              </Link>
            )}
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
  return texts.map((text, at) => <KeptWords key={text} id={`written-${at}`} label={t('ended.written')} text={text} />);
}

/** Draws what happened to the line: it leads nowhere, it is locked, or it is broken. */
function Drawing({ kind }: { kind: string }) {
  return (
    <svg viewBox="0 20 240 140" aria-hidden="true">
      {kind === 'not-found' ? <LostLine /> : kind === 'forbidden' ? <LockedLine /> : <BrokenLine />}
    </svg>
  );
}

function LostLine() {
  return (
    <>
      <path d="M20 40H90C130 40 130 140 170 140H190" strokeDasharray="4 9" {...line} />
      <path d="M20 40H208" {...line} />
      <circle cx="20" cy="40" r="12" fill="currentColor" />
      <circle cx="220" cy="40" r="12" {...line} />
      <path d="M206 130a9 9 0 1113 8c-3 2-4 4-4 8m0 8v.1" {...line} stroke="var(--ink)" strokeLinecap="round" />
    </>
  );
}

function LockedLine() {
  return (
    <>
      <path d="M10 90H90" {...line} />
      <path d="M150 90H230" strokeDasharray="4 9" {...line} />
      <path d="M90 66h60v52H90zM104 66V52a16 16 0 0132 0v14" {...line} />
      <circle cx="120" cy="90" r="5" fill="var(--ink)" />
      <circle cx="30" cy="90" r="12" fill="currentColor" />
    </>
  );
}

/**
 * Shown when the session ended before the form arrived: nothing was saved, and the page gives back what was written.
 */
export function EndedPage({ written, next }: { written: string[]; next: string }) {
  const { t } = useTranslation('common');
  return (
    <>
      <h1>{t('ended.title')}</h1>
      <p className="lead">{written.length > 0 ? t('ended.text') : t('ended.nothing')}</p>
      <Written texts={written} />
      <div className="actions">
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
