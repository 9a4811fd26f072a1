import { useTranslation } from 'react-i18next';
import type { Adviser } from '#app/use-cases/holds/advisers-of.server.ts';
import { PersonRow } from './person-row.tsx';

const decisions = ['approve', 'waitlist', 'decline'] as const;

/**
 * People who asked for a seat on a hold or are on its waiting list, with every answer the leader may give. On a full hold
 * the waiting list comes first.
 */
export function SeatRequests({ requests, isFull }: { requests: readonly Adviser[]; isFull: boolean }) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <section className="space-7" aria-labelledby="requests">
      <h2 id="requests">{t('hold.requests', { count: requests.length })}</h2>
      <ul className="queue">
        {requests.map((person) => (
          <PersonRow
            key={person.enrolmentId}
            person={person}
            before={common(`life.${person.state}`)}
            choices={decisions
              .filter((decision) => decision !== 'waitlist' || person.state === 'requested')
              .map((decision) => ({
                name: 'decision',
                value: decision,
                text: t(`hold.${decision}`),
                label: t(`hold.${decision}-name`, { name: person.name }),
                primary: decision === (isFull ? 'waitlist' : 'approve'),
              }))}
          />
        ))}
      </ul>
    </section>
  );
}
