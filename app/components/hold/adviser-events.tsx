import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { LearnerView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { formatInstant } from '#app/words/format.ts';
import { reasonText } from '#app/words/withheld-reason.ts';

type Props = { learner: LearnerView; language: 'da' | 'en'; titleOf: (id: string) => string };

/** What happened to a learner, newest first, and who did it. */
export function LearnerEvents({ learner, language, titleOf }: Props) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <details className="detaljer rum-7">
      <summary>{t('learner.events')}</summary>
      <ScrollRegion label={t('learner.events')}>
        <table className="t">
          <caption className="sr-only">{t('learner.events')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('learner.when')}</th>
              <th scope="col">{t('learner.what')}</th>
              <th scope="col">{t('learner.who')}</th>
            </tr>
          </thead>
          <tbody>
            {learner.events.map(({ seq, type, step, at, by, reason, change }) => (
              <tr key={seq}>
                <td className="tid">{formatInstant(language, at)}</td>
                <td>
                  {[
                    common(`event.${type}`),
                    step && titleOf(step),
                    change &&
                      t('learner.change', { was: common(`event.${change.was}`), now: common(`event.${change.now}`) }),
                    reason && reasonText(t, reason),
                  ]
                    .filter(Boolean)
                    .join(': ')}
                </td>
                <td>{by ?? t('learner.clock')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
