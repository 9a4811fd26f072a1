import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { BoardService } from '#app/use-cases/rollout/board/rollout-board.server.ts';
import { lacksText } from './lacks-text.ts';

type Props = { caption: string; services: readonly BoardService[]; gates: Readonly<Record<string, string>> };

/** The services of a wave, how far each has come and what it lacks. */
export function WaveServices({ caption, services, gates }: Props) {
  const { t } = useTranslation('rollout');
  const days = useDays();
  return (
    <ScrollRegion label={caption}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('service.name')}</th>
            <th scope="col">{t('service.step')}</th>
            <th scope="col">{t('service.lacks')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ serviceId, name, codes, step, paused, lacks }) => (
            <tr key={serviceId}>
              <th scope="row">
                {codes[0] ? <Link to={agencyLink(`/municipalities/${codes[0]}`, days)}>{name}</Link> : name}
              </th>
              <td>
                {t(`step.${step}`)}
                {paused && <b> · {t('service.paused')}</b>}
              </td>
              <td>{lacksText(t, lacks, gates)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
