import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { Halt } from '#app/use-cases/holds/halts-of.ts';

type Props = { halts: readonly Halt[]; titleOf: (step: string) => string };

/** Where the people of a hold stand and get stuck, step by step. */
export function HoldHalts({ halts, titleOf }: Props) {
  const { t } = useTranslation('leader');
  const of = halts.reduce((sum, { here }) => sum + here, 0);
  const most = halts.toSorted((a, b) => b.here - a.here)[0];
  const name = (step: string | null) => (step === null ? t('hold.halts-not-begun') : titleOf(step));
  return (
    <section className="space-7" aria-labelledby="halts">
      <h2 id="halts">{t('hold.halts')}</h2>
      {most ? (
        <>
          <p>
            {most.step === null
              ? t('hold.halts-most-not-begun', { count: most.here, of })
              : t('hold.halts-most', { step: name(most.step), count: most.here, of })}
          </p>
          <ScrollRegion label={t('hold.halts')}>
            <table className="data-table">
              <caption className="sr-only">{t('hold.halts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('hold.halts-step')}</th>
                  <th scope="col" className="right">
                    {t('hold.halts-here')}
                  </th>
                  <th scope="col" className="right">
                    {t('hold.halts-stuck')}
                  </th>
                  <th scope="col" className="right">
                    {t('hold.halts-longest')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {halts.map(({ step, here, stuck, longest }) => (
                  <tr key={step}>
                    <th scope="row">{name(step)}</th>
                    <td className="right">{here}</td>
                    <td className="right">{stuck}</td>
                    <td className="right">{stuck > 0 ? t('hold.halts-days', { count: longest }) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      ) : (
        <p>{t('hold.halts-none')}</p>
      )}
    </section>
  );
}
