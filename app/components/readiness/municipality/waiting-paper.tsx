import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ConfirmForm } from '#app/components/readiness/evidence/decide-form.tsx';
import { PaperTrack } from '#app/components/readiness/evidence/paper-track.tsx';
import type { PaperView } from '#app/use-cases/readiness/evidence/paper-view-of.ts';

type Props = {
  language: 'da' | 'en';
  paper: PaperView;
  title: string;
  code: string;
  mayConfirm: boolean;
  day: string;
};

/** What the contact person says and the agency has not confirmed. */
export function WaitingPaper({ language, paper, title, code, mayConfirm, day }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <div className="waiting-paper">
      <p>
        <b>{t(mayConfirm ? 'waits-for-you' : 'waits')}</b>{' '}
        {t('place-says', { value: t(`value.${paper.value}`), note: paper.note })}
      </p>
      <PaperTrack language={language} paper={paper} day={day} />
      {mayConfirm && (
        <div className="actions only-screen">
          <ConfirmForm evidenceId={paper.id} back={code} about={title} />
          <Link to={`/evidence/${paper.id}`}>{t('see-and-decline')}</Link>
        </div>
      )}
    </div>
  );
}
