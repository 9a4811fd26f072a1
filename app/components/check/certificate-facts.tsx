import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { CheckedCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { formatDay } from '#app/words/format.ts';

const changes = ['revoked', 'suspended', 'replaced', 'superseded'] as const;

/** Everything that is printed on a certificate, except that the name may be initials. */
export function CertificateFacts({
  certificate,
  code,
  language,
}: {
  certificate: CheckedCertificate;
  code: string;
  language: 'da' | 'en';
}) {
  const { t } = useTranslation('public');
  const day = (text: string) => formatDay(language, text);
  const { name, nameIsFull, status, changedOn } = certificate;
  const changed = changes.find((each) => each === status);
  const cutShort = ['revoked', 'replaced', 'superseded'].includes(status);
  const period = cutShort ? 'period-issued' : status === 'expired' ? 'period-over' : 'period';
  return (
    <Facts
      rows={[
        [t('verify.number'), certificate.number],
        [t('verify.holder'), nameIsFull ? name : `${name} ${t('verify.initials')}`],
        [
          t('verify.course'),
          t('verify.course-value', { course: certificate.course[language], edition: certificate.edition }),
        ],
        [t('verify.evidence'), certificate.evidence[language].join(' · ')],
        [t(`verify.${period}`), `${day(certificate.validFrom)} – ${day(certificate.lastValidDay)}`],
        ...(changedOn && changed ? [[t(`verify.changed.${changed}`), day(changedOn)] as const] : []),
        [t('verify.issued'), day(certificate.issuedOn)],
        ...(['earlier', 'later'] as const).flatMap((is) => {
          const links = certificate.chain.filter((link) => link.is === is);
          const said = links.map(({ number, issuedOn, by }) =>
            t(`verify.chain.${is}-${by}`, { number, day: day(issuedOn) }),
          );
          return said.length > 0 ? [[t(`verify.chain.${is}`), <Lines key={is} lines={said} />] as const] : [];
        }),
        [t('verify.library'), certificate.library],
        [t('verify.issuer'), certificate.issuer],
        [t('verify.code'), code],
      ]}
    />
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
