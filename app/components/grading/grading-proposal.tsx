import { useTranslation } from 'react-i18next';
import type { Proposal } from '#app/use-cases/grading/propose-grading.server.ts';

type Props = { proposal: Proposal | undefined; scripted: boolean; language: 'da' | 'en' };

/**
 * What the chosen levels come to, and the decision that follows from it. The server adds up: with JavaScript at every
 * choice, without it when asked.
 */
export function GradingProposal({ proposal, scripted, language }: Props) {
  const { t } = useTranslation('leader');
  return (
    <div className="proposal" role="status">
      <p>
        <b>{t('grade.proposal.title')}</b>
      </p>
      {!proposal && <p>{t('grade.proposal.none')}</p>}
      {proposal?.is === 'unfinished' && <p>{t('grade.proposal.left', { count: proposal.left })}</p>}
      {proposal?.is === 'verdict' && (
        <>
          <p>
            {t('grade.proposal.points', { points: proposal.points, of: proposal.of })}
            {proposal.needed !== null && ` ${t('grade.proposal.enough', { count: proposal.needed })}`}
          </p>
          {proposal.lacking.length > 0 && (
            <p>
              {t('grade.proposal.lacking', {
                count: proposal.lacking.length,
                names: proposal.lacking.map((title) => `»${title[language]}«`).join(', '),
              })}
            </p>
          )}
          <p>
            <b>{t(`grade.proposal.${proposal.proposed}`)}</b>
          </p>
        </>
      )}
      {!scripted && (
        <button className="button button-secondary" type="submit" name="intent" value="propose">
          {t('grade.proposal.count')}
        </button>
      )}
    </div>
  );
}
