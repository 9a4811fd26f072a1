import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { BoardService, BoardWave } from '#app/use-cases/rollout/board/rollout-board.server.ts';
import { formatDay } from '#app/words/format.ts';
import { BoardTable } from './board-table.tsx';
import { WaveLine } from './wave-line.tsx';

type Props = {
  language: 'da' | 'en';
  asOf: string;
  waves: readonly BoardWave[];
  noWave: Pick<BoardWave, 'counts' | 'paused'> & { services: readonly BoardService[] };
  mayOpen: boolean;
};

/** The waves and how far their services have come, as lines and as a table. */
export function WaveBoard({ language, asOf, waves, noWave, mayOpen }: Props) {
  const { t } = useTranslation('rollout');
  const days = useDays();
  const rest = noWave.services.length > 0 ? [{ id: 'none', name: t('no-wave'), ...noWave }] : [];
  return (
    <>
      {waves.map(({ id, name, opensOn, services, counts, paused }) => (
        <section className="wave" aria-labelledby={`wave-${id}`} key={id}>
          <div>
            <h3 id={`wave-${id}`}>
              {mayOpen ? <Link to={agencyLink(`/rollout/waves/${id}`, days)}>{name}</Link> : name}
            </h3>
            <p>
              {t(opensOn > asOf ? 'board.opens' : 'board.opened', {
                day: formatDay(language, opensOn),
                count: services.length,
              })}
            </p>
            <Aside notInvited={counts['ikke-startet']} paused={paused} />
          </div>
          <WaveLine counts={counts} />
        </section>
      ))}
      {rest.map(({ id, name, services, counts, paused }) => (
        <section className="wave" aria-labelledby={`wave-${id}`} key={id}>
          <div>
            <h3 id={`wave-${id}`}>{name}</h3>
            <p>{t('board.services', { count: services.length })}</p>
            <Aside notInvited={counts['ikke-startet']} paused={paused} />
          </div>
          <WaveLine counts={counts} />
        </section>
      ))}
      <BoardTable rows={[...waves, ...rest]} />
    </>
  );
}

function Aside({ notInvited, paused }: { notInvited: number; paused: number }) {
  const { t } = useTranslation('rollout');
  const said = [
    notInvited > 0 && t('board.not-invited', { count: notInvited }),
    paused > 0 && t('board.paused', { count: paused }),
  ].filter(Boolean);
  return said.length > 0 && <p className="muted">{said.join(' · ')}</p>;
}
