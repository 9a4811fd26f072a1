import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { CertificateFacts } from '#app/components/check/certificate-facts.tsx';
import type { CheckedCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { wordsIn } from '#app/words/words.server.ts';

test.each([
  ['valid', 'Gælder', 'Valid'],
  ['expired', 'Gjaldt', 'Was valid'],
  ['revoked', 'Udstedt til at gælde', 'Issued to be valid'],
  ['replaced', 'Udstedt til at gælde', 'Issued to be valid'],
  ['superseded', 'Udstedt til at gælde', 'Issued to be valid'],
] as const)('the check page words the period of a certificate that is %s', (status, danish, english) => {
  const certificate = {
    number: '2026-00001',
    name: 'V.E.',
    nameIsFull: false,
    course: { da: 'Vejleder', en: 'Adviser' },
    edition: '2026.1',
    evidence: { da: [], en: [] },
    issuedOn: '2026-11-27',
    library: 'Herning Bibliotek',
    issuer: 'Styrelsen',
    status,
    validFrom: '2026-11-27',
    lastValidDay: '2028-11-26',
    chain: [],
  } as unknown as CheckedCertificate;
  for (const [language, words] of [
    ['da', danish],
    ['en', english],
  ] as const)
    expect(
      renderToStaticMarkup(
        <I18nextProvider i18n={wordsIn(language)}>
          <CertificateFacts certificate={certificate} code="K7QM" language={language} />
        </I18nextProvider>,
      ),
    ).toContain(`>${words}<`);
});
