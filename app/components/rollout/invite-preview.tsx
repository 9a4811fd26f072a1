import { useTranslation } from 'react-i18next';
import type { InvitePlan } from '#app/use-cases/rollout/invitations/invite-services.server.ts';

type Props = { plan: InvitePlan; letter: { subject: string; body: string } | undefined };

/** Who gets the invitation and who is left out and why, and how the letter reads. */
export function InvitePreview({ plan, letter }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <section className="panel space-5" aria-labelledby="preview">
      <h3 id="preview">{t('preview.title', { count: plan.invited.length, letters: plan.letters })}</h3>
      <ul>
        {plan.invited.map(({ serviceId, service, recipients }) => (
          <li key={serviceId}>
            {service}
            {recipients.length > 0 && <span className="muted"> · {recipients.join(', ')}</span>}
          </li>
        ))}
      </ul>
      {plan.leftOut.length > 0 && (
        <>
          <h4>{t('preview.left-out', { count: plan.leftOut.length })}</h4>
          <ul>
            {plan.leftOut.map(({ service, why }) => (
              <li key={service}>
                {service}: {t(`preview.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {letter && (
        <>
          <h4>{letter.subject}</h4>
          {letter.body.split(/\n{2,}/).map((part) => (
            <p key={part}>{part}</p>
          ))}
        </>
      )}
    </section>
  );
}
