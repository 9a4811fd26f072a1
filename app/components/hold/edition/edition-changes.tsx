import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatNumber } from '#app/words/format.ts';
import type { Difference, StepChange } from '#curriculum/flow/editions/step-changes.ts';

type Props = {
  since: string;
  /** Requirements of the whole course that differ. */
  differs: readonly string[];
  steps: readonly StepChange[];
  language: 'da' | 'en';
};

/** What a new edition changes, step by step, and whether it is wording or a requirement. */
export function EditionChanges({ since, differs, steps, language }: Props) {
  const { t } = useTranslation('leader');
  const heading = t('edition.changed', { edition: since });
  return (
    <section className="space-6" aria-labelledby="changed">
      <h2 id="changed">{heading}</h2>
      <ScrollRegion label={heading}>
        <table className="data-table">
          <caption className="sr-only">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{t('edition.step')}</th>
              <th scope="col">{t('edition.what')}</th>
              <th scope="col">{t('edition.weight')}</th>
            </tr>
          </thead>
          <tbody>
            {differs.map((what) => (
              <tr key={what}>
                <th scope="row">{t('edition.whole')}</th>
                <td>{t(`edition.course.${what as 'flow'}`)}</td>
                <td>{t('edition.class.material')}</td>
              </tr>
            ))}
            {steps.map(({ step, title, differences, sameAs, change }) => (
              <tr key={step}>
                <th scope="row">{title[language]}</th>
                <td>{[...(sameAs ? [t('edition.same-as')] : []), ...differences.map(inWords)].join(', ')}</td>
                <td>{t(`edition.class.${change}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );

  function inWords({ what, from, to, of }: Difference): string {
    const name = t(`edition.difference.${what}`);
    // How a test draws, and the names of steps and criteria, are words of the file.
    if (what === 'opens-early' || what === 'due-before') return to === '–' ? t(`edition.no-more.${what}`) : name;
    if (['kind', 'rubric', 'draw', 'extra-lessons'].includes(what)) return name;
    const spelt = (value = '') => (what === 'pass-mark' ? formatNumber(language, Number(value), 2) : value);
    const values = from === undefined ? of && formatNumber(language, of.length, 0) : `${spelt(from)} → ${spelt(to)}`;
    return name + (values ? ` (${values})` : '');
  }
}
