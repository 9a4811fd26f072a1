import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { CertificateDetails } from '#app/use-cases/certificates/register/list-certificates.server.ts';
import { formatDay } from '#app/words/format.ts';

type Sent = { deed: string; field: string; error: string; reason: string } | undefined;
type Props = { certificate: CertificateDetails; language: 'da' | 'en'; sent: Sent };

/** What the viewer may do to a certificate now, each with what it will mean and its reason, folded away until wanted. */
export function CertificateDeeds({ certificate, language, sent }: Props) {
  const { t } = useTranslation('agency');
  if (certificate.deeds.length === 0) return null;
  return (
    <section className="rum-7" aria-labelledby="deeds">
      <h2 id="deeds" className="h3">
        {t('certificate.deeds')}
      </h2>
      {certificate.deeds.map((deed) => (
        <Deed key={deed} deed={deed} certificate={certificate} language={language} sent={sent} />
      ))}
    </section>
  );
}

function Deed({ deed, certificate, language, sent }: Props & { deed: CertificateDetails['deeds'][number] }) {
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const mine = sent?.deed === deed ? sent : undefined;
  const { number, name, nameNow, consequences, lastValidDay } = certificate;
  const stops = deed === 'revoke' || deed === 'suspend';
  const means =
    consequences.length === 0
      ? t('certificate.no-place')
      : consequences
          .map(({ places, lacks }) => t('certificate.then-lacks', { places: places.join(', '), count: lacks }))
          .join(' ');
  return (
    <details className="detaljer" open={mine !== undefined}>
      <summary>{t(`certificate.${deed}.title`, { number })}</summary>
      <p>
        {stops && <b>{means} </b>}
        {t(`certificate.${deed}.text`, { name, nameNow, last: formatDay(language, lastValidDay) })}
      </p>
      <Form method="post" noValidate>
        <TextArea
          id={`${deed}-reason`}
          name="reason"
          rows={3}
          label={t('certificate.reason')}
          hint={t('certificate.reason-hint')}
          errorWord={common('form.error')}
          error={mine?.field === 'reason' ? mine.error : undefined}
          defaultValue={mine?.reason ?? ''}
          maxLength={1_000}
        />
        <div className="handlinger">
          <button className="button button-secondary" name="deed" value={deed} type="submit">
            {t(`certificate.${deed}.submit`)}
          </button>
        </div>
      </Form>
    </details>
  );
}
