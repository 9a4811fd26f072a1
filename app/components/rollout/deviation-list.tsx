import { useTranslation } from 'react-i18next';
import type { Deviation } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { lacksText } from './lacks-text.ts';

type Props = { deviations: readonly Deviation[]; gates: Readonly<Record<string, string>> };

/** The services that are not ready, and what becomes of each. */
export function DeviationList({ deviations, gates }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <section aria-labelledby="deviations">
      <h2 id="deviations" className="h3">
        {t('deviations.title', { count: deviations.length })}
      </h2>
      <ul className="signed-list">
        {deviations.map(({ serviceId, name, outcome, lacks, toWave, why }) => (
          <li key={serviceId}>
            <b>{t(`deviations.${outcome}`, { name })}</b>
            <p>
              {t('sign.lacks', { lacks: lacksText(t, lacks, gates) })} {toWave && t('deviations.to', { wave: toWave })}{' '}
              {why}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
