import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  versions: readonly { id: string; name: string; opensOn: string; why: string; recordedAt: string }[];
  moves: readonly { id: string; service: string; to: string | null; from: string; why: string }[];
};

/** What the wave was called before and when it was to open, and which of its services were moved. */
export function WaveHistory({ language, versions, moves }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <section className="space-7" aria-labelledby="history">
      <h2 id="history">{t('wave.history')}</h2>
      <ul>
        {versions.map(({ id, name, opensOn, why, recordedAt }) => (
          <li key={id}>
            <b>{formatInstant(language, recordedAt)}:</b>{' '}
            {t('wave.version', { name, day: formatDay(language, opensOn) })}
            {why && <span className="muted"> · {why}</span>}
          </li>
        ))}
        {moves.map(({ id, service, to, from, why }) => (
          <li key={id}>
            <b>{formatDay(language, from)}:</b>{' '}
            {to ? t('wave.moved', { service, wave: to }) : t('wave.taken-out', { service })}
            {why && <span className="muted"> · {why}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
