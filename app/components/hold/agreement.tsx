import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { QuestionsView } from '#app/use-cases/holds/see-questions.server.ts';
import { formatNumber } from '#app/words/format.ts';

type Props = { agreement: QuestionsView['agreement']; language: 'da' | 'en' };

/** How alike two leaders judge the same hand-ins: the decision and each criterion, in percent and as kappa, with n. */
export function Agreement({ agreement, language }: Props) {
  const { t } = useTranslation('leader');
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  return (
    <section className="space-7" aria-labelledby="agreement">
      <h2 id="agreement">{t('agreement.title')}</h2>
      <p>{t('agreement.lead')}</p>
      {agreement.map(({ step, title, decision, criteria }) => (
        <Fragment key={step}>
          <h3 className="space-5">{title[language]}</h3>
          {decision.n === 0 ? (
            <p>{t('agreement.none')}</p>
          ) : (
            <ScrollRegion label={title[language]}>
              <table className="data-table">
                <caption className="sr-only">{title[language]}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('agreement.what')}</th>
                    {(['n', 'alike', 'kappa'] as const).map((each) => (
                      <th scope="col" className="right" key={each}>
                        {t(`agreement.${each}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {[{ id: '', name: t('agreement.decision'), ...decision }, ...criteria.map(named)].map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{row.name}</th>
                      <td className="right">{number(row.n)}</td>
                      <td className="right">
                        {row.alike === null ? '–' : t('agreement.share', { percent: number(row.alike * 100) })}
                      </td>
                      <td className="right">{row.kappa === null ? t('agreement.undefined') : number(row.kappa, 2)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )}
        </Fragment>
      ))}
      <p className="muted">{t('agreement.kappa-text')}</p>
    </section>
  );

  function named(criterion: Props['agreement'][number]['criteria'][number]) {
    return { ...criterion, name: criterion.title[language] };
  }
}
