import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { Unbroken } from '#app/components/base/unbroken.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import type { AdviserView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';

type Props = { adviser: AdviserView; language: 'da' | 'en' };

/** Every step of the course with where this adviser stands. */
export function AdviserSteps({ adviser, language }: Props) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <section className="space-7" aria-labelledby="way">
      <h2 id="way">{t('adviser.way')}</h2>
      <ScrollRegion label={t('adviser.way')}>
        <table className="data-table">
          <caption className="sr-only">{t('adviser.way')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('adviser.step')}</th>
              <th scope="col">{t('adviser.status')}</th>
              <th scope="col">{t('adviser.attempts')}</th>
            </tr>
          </thead>
          <tbody>
            {adviser.course.steps.map(({ id, kind, title, status, attempts, absences }) => (
              <tr key={id}>
                <th scope="row">
                  <Unbroken text={title[language]} />
                </th>
                <td>
                  <span className="status">
                    <NodeMark kind={kind} status={status} />
                    {[common(`status.${status}`), absences ? t('adviser.missed', { count: absences }) : '']
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </td>
                <td>
                  {attempts
                    ? t('adviser.attempts-of', { ...attempts, used: attemptsMade(kind, status, attempts) })
                    : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

type Attempts = NonNullable<AdviserView['course']['steps'][number]['attempts']>;

/** Only rejections use up the attempts at a task, but the one that was accepted was an attempt as well. */
function attemptsMade(kind: string, status: string, { used, of }: Attempts): number {
  return kind === 'practical' && status === 'done' ? Math.min(used + 1, of) : used;
}
