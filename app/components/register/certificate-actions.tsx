import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { CertificateDetails } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { formatDay } from '#app/words/format.ts';

type Sent = { intent: string; field: string; error: string; reason: string } | undefined;
type Props = { certificate: CertificateDetails; language: 'da' | 'en'; sent: Sent };

/**
 * What the viewer may do to a certificate now. Each action says its consequence, asks for a reason, and is collapsed.
 */
export function CertificateActions({ certificate, language, sent }: Props) {
  const { t } = useTranslation('agency');
  if (certificate.actions.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="actions">
      <h2 id="actions" className="h3">
        {t('certificate.actions')}
      </h2>
      {certificate.actions.map((intent) => (
        <Action key={intent} intent={intent} certificate={certificate} language={language} sent={sent} />
      ))}
    </section>
  );
}

function Action({ intent, certificate, language, sent }: Props & { intent: CertificateDetails['actions'][number] }) {
  const { t } = useTranslation('agency');
  const mine = sent?.intent === intent ? sent : undefined;
  const { number, name, nameNow, consequences, lastValidDay } = certificate;
  const stops = intent === 'revoke' || intent === 'suspend';
  const means =
    consequences.length === 0
      ? t('certificate.no-place')
      : consequences
          .map(({ places, lacks }) => t('certificate.then-lacks', { places: places.join(', '), count: lacks }))
          .join(' ');
  return (
    <details className="disclosure" open={mine !== undefined}>
      <summary>{t(`certificate.${intent}.title`, { number })}</summary>
      <p>
        {stops && <b>{means} </b>}
        {t(`certificate.${intent}.text`, { name, nameNow: nameNow ?? name, last: formatDay(language, lastValidDay) })}
      </p>
      <Form method="post" noValidate>
        <TextArea
          id={`${intent}-reason`}
          name="reason"
          rows={3}
          label={t('certificate.reason')}
          hint={t('certificate.reason-hint')}
          error={mine?.field === 'reason' ? mine.error : undefined}
          defaultValue={mine?.reason ?? ''}
          maxLength={1_000}
        />
        <div className="actions">
          <button className="button button-secondary" name="intent" value={intent} type="submit">
            {t(`certificate.${intent}.submit`)}
          </button>
        </div>
      </Form>
    </details>
  );
}
