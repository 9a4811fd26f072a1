import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { chanceKey } from './chance-key.ts';

export type CaseView = {
  middle: number;
  low: number;
  high: number;
  /** With the papers as they stand today. */
  ready: number;
  chance: number;
  newCertificates: number;
};

/** The base case and what was tried, side by side, with the difference in numbers. */
export function NowAndIf({ day, target, now, then }: { day: string; target: number; now: CaseView; then: CaseView }) {
  const { t } = useTranslation('forecast');
  const chance = (value: number) => {
    const { key, count } = chanceKey(value);
    return t(`chance.${key}`, { count });
  };
  const more = (value: number) => (value > 0 ? `+${value}` : `${value}`.replace('-', '−'));
  const rows = [
    ['middle', now.middle, then.middle, more(then.middle - now.middle)],
    ['band', `${now.low}–${now.high}`, `${then.low}–${then.high}`, ''],
    ['ready', now.ready, then.ready, more(then.ready - now.ready)],
    ['chance', chance(now.chance), chance(then.chance), ''],
    [
      'certificates',
      Math.round(now.newCertificates),
      Math.round(then.newCertificates),
      more(Math.round(then.newCertificates) - Math.round(now.newCertificates)),
    ],
  ] as const;
  const said = chanceKey(then.chance);
  return (
    <>
      <p className="lead">
        {t('if.lead', { chance: t(`chance.${said.key}`, { count: said.count }), from: now.middle, to: then.middle })}
      </p>
      <ScrollRegion label={t('if.title')}>
        <table className="data-table">
          <caption>{t('if.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{day}</th>
              <th scope="col" className="right">
                {t('if.now')}
              </th>
              <th scope="col" className="right">
                {t('if.then')}
              </th>
              <th scope="col" className="right">
                {t('if.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, before, after, difference]) => (
              <tr key={key}>
                <th scope="row">{t(`if.${key}`, { count: target })}</th>
                <td className="right">{before}</td>
                <td className="right">{after}</td>
                <td className="right">{difference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
