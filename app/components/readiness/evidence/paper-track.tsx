import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { PaperView } from '#app/use-cases/readiness/evidence/paper-view-of.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  paper: PaperView;
  /** The day the papers are judged by. */
  day: string;
  /** On the page of the paper itself, which needs no link to it. */
  own?: boolean;
};

/** Who said it and when, what was decided, the document and the link, and until when it counts. */
export function PaperTrack({ language, paper, day, own = false }: Props) {
  const { t } = useTranslation('evidence');
  const show = (text: string) => formatDay(language, text);
  const { by, saidBy, recordedOn, decided, documentName, link, lastDay } = paper;
  const who = by ?? t('nobody');
  const said = t(`said.${saidBy ?? 'unknown'}`, { who, on: show(recordedOn) });
  const decision =
    decided &&
    t(paper.state === 'declined' ? 'declined-by' : 'confirmed-by', {
      who: decided.by ?? t('nobody'),
      on: show(decided.on),
    });
  return (
    <dl className="paper-track">
      <div>
        <dt>{t('written')}</dt>
        <dd>
          {said} {decision} {paper.later && <StateLine language={language} paper={paper} />}
        </dd>
      </div>
      {(documentName || link) && (
        <div>
          <dt>{t('attached')}</dt>
          <dd>
            {documentName && <a href={`/evidence/${paper.id}/document`}>{documentName}</a>}{' '}
            {link && (
              <a href={link} rel="noreferrer">
                {t('link', { host: new URL(link).hostname })}
              </a>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t(lastDay < day ? 'held-through' : 'holds-through')}</dt>
        <dd>
          {show(lastDay)}.{' '}
          {!own && (
            <Link className="only-screen" to={`/evidence/${paper.id}`}>
              {t('see')}
            </Link>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** What became of evidence that counts no more, in words. */
export function StateLine({ language, paper: { state, later, decided } }: { language: 'da' | 'en'; paper: PaperView }) {
  const { t } = useTranslation('evidence');
  const show = (text: string) => formatDay(language, text);
  switch (state) {
    case 'corrected':
    case 'taken-back':
      return (
        <span className="muted">
          {t(`state.${state}`, { who: later?.by ?? t('nobody'), on: show(later!.on), why: later!.why })}
        </span>
      );
    case 'declined':
      return (
        <span className="muted">
          {t('state.declined', { who: decided?.by ?? t('nobody'), on: show(decided!.on), why: decided!.reason })}
        </span>
      );
    case 'confirmed':
      return (
        <span className="muted">{t('confirmed-by', { who: decided?.by ?? t('nobody'), on: show(decided!.on) })}</span>
      );
    case 'waiting':
      return <b>{t('state.waiting')}</b>;
    default:
      return null;
  }
}
