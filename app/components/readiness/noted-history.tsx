import { useTranslation } from 'react-i18next';
import { formatDay } from '#app/words/format.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import type { RolloutType } from '#curriculum/rollout/rollout-event.ts';

type Noted = { id: string; on: string; note: string } & (
  | { kind: 'gate'; gate: string; value: GateValue }
  | { kind: 'rollout'; type: RolloutType }
);
type Props = { language: 'da' | 'en'; noted: readonly Noted[]; gates: ReadonlyMap<string, string> };

/** What was noted about a service, newest first. */
export function NotedHistory({ language, noted, gates }: Props) {
  const { t } = useTranslation('agency');
  if (noted.length === 0) return <p>{t('place.no-history')}</p>;
  return (
    <ul>
      {noted.map((each) => (
        <li key={each.id}>
          <b>{formatDay(language, each.on)}:</b>{' '}
          {each.kind === 'gate'
            ? `${gates.get(each.gate) ?? each.gate}: ${t(`gate.${each.value}`).toLowerCase()}`
            : t(`rollout.${each.type}`)}
          {each.note && <span className="muted"> · {each.note}</span>}
        </li>
      ))}
    </ul>
  );
}
