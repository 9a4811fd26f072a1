import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { formatNumber } from '#app/words/format.ts';
import type { Distance } from '#curriculum/guidance/note-choices.ts';
import { CountedList } from './counted-list.tsx';

type Props = {
  language: 'da' | 'en';
  sessions: number | null;
  distances: readonly { key: string; sessions: number | null }[];
  points: { all: number; staffed: number };
  /** The municipalities in which no guidance point is staffed. */
  without: readonly { code: string; name: string }[];
};

/** How far people came, and where no guidance point has a certified adviser. */
export function DistanceSection({ language, sessions, distances, points, without }: Props) {
  const { t } = useTranslation('surroundings');
  const days = useDays();
  const { t: guidance } = useTranslation('guidance');
  const of = (wanted: string) => distances.find(({ key }) => key === wanted)?.sessions ?? null;
  const [unknown, far] = [of(''), of('over-15')];
  const known = sessions !== null && unknown !== null ? sessions - unknown : null;
  const heading =
    known && far !== null
      ? t('log.distance-far', { percent: formatNumber(language, (far / known) * 100) })
      : t('log.distance');
  return (
    <section className="space-7" aria-labelledby="distance">
      <h2 id="distance">{heading}</h2>
      {known !== null && unknown !== null && (
        <p>
          {t('log.distance-known', {
            known: formatNumber(language, known),
            unknown: formatNumber(language, unknown),
          })}
        </p>
      )}
      <CountedList
        language={language}
        rows={distances.map(({ key, sessions: count }) => ({
          key,
          label: key === '' ? t('log.distance-unknown') : guidance(`distance.${key as Distance}`),
          sessions: count,
        }))}
        of={sessions}
        percent={(percent) => t('log.percent', { percent })}
      />
      <Message
        tone={without.length > 0 ? 'warning' : 'neutral'}
        lead={t('log.points', { without: points.all - points.staffed, all: points.all })}
      >
        {without.length === 0 ? (
          <p>{t('log.points-all')}</p>
        ) : (
          <details className="disclosure">
            <summary>{t('log.points-places', { count: without.length })}</summary>
            <ul className="name-list">
              {without.map(({ code, name }) => (
                <li key={code}>
                  <Link to={agencyLink(`/municipalities/${code}`, days)}>{name}</Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Message>
    </section>
  );
}
