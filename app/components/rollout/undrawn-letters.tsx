import { useTranslation } from 'react-i18next';
import { Message } from '#app/components/base/message.tsx';
import type { InvitationRow } from '#app/use-cases/rollout/invitations/see-invitations.server.ts';

type Props = { undrawn: readonly InvitationRow[]; wave: string | null; invitations: readonly InvitationRow[] };

/** The services whose letters could not be drawn, and the file of the others. */
export function UndrawnLetters({ undrawn, wave, invitations }: Props) {
  const { t } = useTranslation('rollout');
  const others = invitations
    .filter(({ onPaper, waveId }) => onPaper && (wave === null || waveId === wave))
    .filter(({ id }) => !undrawn.some((each) => each.id === id));
  const words = new URLSearchParams(undrawn.map(({ id }) => ['without', id]));
  if (wave !== null) words.set('wave', wave);
  return (
    <Message tone="warning" lead={t('letters.undrawn', { count: undrawn.length })}>
      <ul>
        {undrawn.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>{t('letters.undrawn-then')}</p>
      {others.length > 0 && (
        <p>
          <a href={`/rollout/invitations/letters.pdf?${words}`}>{t('letters.others', { count: others.length })}</a>
        </p>
      )}
    </Message>
  );
}
