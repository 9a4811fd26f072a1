import { useTranslation } from 'react-i18next';
import type { RolloutStep } from '#curriculum/rollout/rollout-event.ts';
import { stepOrder } from './step-order.ts';

/** The steps of the board: whoever was not invited is told beside it. */
const boardSteps = stepOrder.slice(1);

const perRow = 10;
const size = 13;

/** How far the services of a wave have come: a station for each step, a field for each service. */
export function WaveLine({ counts }: { counts: Record<RolloutStep, number> }) {
  const { t } = useTranslation('rollout');
  return (
    <ol className="wave-line">
      {boardSteps.map((step) => (
        <li className={counts[step] === 0 ? 'empty' : undefined} key={step}>
          <b>{counts[step]}</b>
          <span>{t(`step.${step}`)}</span>
          {counts[step] > 0 && <Fields step={step} count={counts[step]} />}
        </li>
      ))}
    </ol>
  );
}

function Fields({ step, count }: { step: RolloutStep; count: number }) {
  const width = Math.min(count, perRow) * size;
  const height = Math.ceil(count / perRow) * size;
  return (
    <svg
      className={`fields ${step}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, at) => {
        const [x, y] = [(at % perRow) * size + 0.5, Math.floor(at / perRow) * size + 0.5];
        return <rect key={`${x} ${y}`} x={x} y={y} width="10.5" height="10.5" />;
      })}
    </svg>
  );
}
