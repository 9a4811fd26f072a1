import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { AdviserView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { formatInstant } from '#app/words/format.ts';
import { reasonText } from '#app/words/withheld-reason.ts';

type Props = { adviser: AdviserView; language: 'da' | 'en'; titleOf: (id: string) => string };

/** What happened to an adviser, newest first, and who did it. */
export function AdviserEvents({ adviser, language, titleOf }: Props) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <details className="disclosure space-7">
      <summary>{t('adviser.events')}</summary>
      <ScrollRegion label={t('adviser.events')}>
        <table className="data-table">
          <caption className="sr-only">{t('adviser.events')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('adviser.when')}</th>
              <th scope="col">{t('adviser.what')}</th>
              <th scope="col">{t('adviser.who')}</th>
            </tr>
          </thead>
          <tbody>
            {adviser.events.map(({ seq, type, step, at, by, reason, change }) => (
              <tr key={seq}>
                <td className="when">{formatInstant(language, at)}</td>
                <td>
                  {[
                    common(`event.${type}`),
                    step && titleOf(step),
                    change &&
                      t('adviser.change', { was: common(`event.${change.was}`), now: common(`event.${change.now}`) }),
                    reason && reasonText(common, reason),
                  ]
                    .filter(Boolean)
                    .join(': ')}
                </td>
                <td>{by ?? t('adviser.clock')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
