import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import type { LearnerView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';

type Props = { learner: LearnerView; language: 'da' | 'en' };

/** Every step of the course with where this learner stands. */
export function LearnerSteps({ learner, language }: Props) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <section className="rum-7" aria-labelledby="way">
      <h2 id="way">{t('learner.way')}</h2>
      <ScrollRegion label={t('learner.way')}>
        <table className="t">
          <caption className="sr-only">{t('learner.way')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('learner.step')}</th>
              <th scope="col">{t('learner.status')}</th>
              <th scope="col">{t('learner.attempts')}</th>
            </tr>
          </thead>
          <tbody>
            {learner.course.steps.map(({ id, kind, title, status, attempts, absences }) => (
              <tr key={id}>
                <th scope="row">{title[language]}</th>
                <td>
                  <span className="status">
                    <NodeMark kind={kind} status={status} />
                    {[common(`status.${status}`), absences ? t('learner.missed', { count: absences }) : '']
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </td>
                <td>{attempts ? t('learner.attempts-of', attempts) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
