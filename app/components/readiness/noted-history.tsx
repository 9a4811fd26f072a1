import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { StateLine } from '#app/components/readiness/evidence/paper-track.tsx';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; noted: MunicipalityView['history']; gates: ReadonlyMap<string, string> };

/** What was noted about a service, newest first; also what was corrected, taken back or declined, and by whom. */
export function NotedHistory({ language, noted, gates }: Props) {
  const { t } = useTranslation('agency');
  const { t: evidence } = useTranslation('evidence');
  if (noted.length === 0) return <p>{t('place.no-history')}</p>;
  return (
    <ul>
      {noted.map((each) => (
        <li key={each.id}>
          <b>{formatDay(language, each.on)}:</b>{' '}
          {each.kind === 'gate' ? (
            <Link to={`/evidence/${each.id}`}>
              {`${gates.get(each.gate) ?? each.gate}: ${t(`gate.${each.value}`).toLowerCase()}`}
            </Link>
          ) : (
            t(`rollout.${each.type}`)
          )}
          {each.note && <span className="muted"> · {each.note}</span>}
          {each.kind === 'rollout' && each.lateOn !== null && (
            <span className="muted"> · {t('place.recorded-late', { day: formatDay(language, each.lateOn) })}</span>
          )}
          {each.kind === 'gate' && (
            <>
              {each.paper.by && (
                <span className="muted">
                  {' '}
                  ·{' '}
                  {evidence(`said.${each.paper.saidBy ?? 'unknown'}`, {
                    who: each.paper.by,
                    on: formatDay(language, each.paper.recordedOn),
                  })}
                </span>
              )}{' '}
              <StateLine language={language} paper={each.paper} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
