import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay } from '#app/words/format.ts';
import { isGood } from './good-certificate.ts';
import { inGrace } from './own-finding.ts';

/** A certificate beside another course that its holder is on or has asked for: it stays what it is, and so does its renewal. */
export function StandingCertificate({
  certificate,
  language,
}: {
  certificate: CertificateView;
  language: 'da' | 'en';
}) {
  const { t } = useTranslation('way');
  const { number, status, lastValidDay, renewsUntil } = certificate;
  const good = isGood(status);
  const renewable = renewsUntil !== undefined && (status === 'renewal-open' || inGrace(certificate));
  return (
    <Message
      tone={good ? 'neutral' : 'warning'}
      lead={t(good ? 'standing.lead' : 'standing.lead-over', { number, last: formatDay(language, lastValidDay) })}
    >
      {good && <p>{t('standing.text')}</p>}
      {renewable && (
        <p>
          {t('standing.renew', { closes: formatDay(language, renewsUntil) })}{' '}
          <Link className="text-link" to="/courses">
            {t('standing.link')}
          </Link>
        </p>
      )}
    </Message>
  );
}
