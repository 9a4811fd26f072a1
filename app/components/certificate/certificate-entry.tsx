import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { OpenInPage } from '#app/components/base/open-in-page.tsx';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay } from '#app/words/format.ts';
import { isGood } from './good-certificate.ts';
import { linkedInAddress } from './linked-in-address.ts';

export type CertificateWithSeal = CertificateView & { rings: { path: string; turns: number[] }[] };

/** One of the viewer's own certificates: its facts, its file, how others see it, and its history. */
export function CertificateEntry({
  certificate,
  language,
}: {
  certificate: CertificateWithSeal;
  language: 'da' | 'en';
}) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const file = `/my-certificate/${certificate.number}/${language}`;
  return (
    <article className="space-6">
      <h3>{t('path.certificate', { number: certificate.number })}</h3>
      <Facts
        rows={[
          [t('path.status'), common(`certificate.${certificate.status}`)],
          [
            t('path.valid'),
            `${formatDay(language, certificate.validFrom)} – ${formatDay(language, certificate.lastValidDay)}`,
          ],
          [
            t('path.code'),
            <Link key="code" to={`/v/${certificate.verifyCode}`}>
              {certificate.verifyCode}
            </Link>,
          ],
        ]}
      />
      <div className="actions">
        <a className="button button-secondary" href={file} download={`bevis-${certificate.number}.pdf`}>
          {t('path.download')}
        </a>
        <a
          className="text-link"
          href={`/my-certificate/${certificate.number}/${language === 'da' ? 'en' : 'da'}`}
          download={`bevis-${certificate.number}-${language === 'da' ? 'en' : 'da'}.pdf`}
        >
          {t('path.download-other')}
        </a>
      </div>
      {certificate.badge.length > 0 && (
        <details className="disclosure">
          <summary>{t('path.badge')}</summary>
          <p>{t('path.badge-text')}</p>
          <ul>
            {certificate.badge.map((form) => (
              <li key={form}>
                <a href={`${file}/open-badge.${form}`} download={`bevis-${certificate.number}-${language}.${form}`}>
                  {t(`path.badge-${form}`)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <OpenInPage show={t('path.show')}>
        <Viewer file={file} titleOf={() => t('path.preview', { number: certificate.number })} />
      </OpenInPage>
      <Sharing certificate={certificate} language={language} />
      <h4 className="space-5">{t('path.history')}</h4>
      <ol className="plain-list">
        {certificate.events.map(({ type, on, reason }) => (
          <li key={`${type}/${on}`}>
            {formatDay(language, on)}: {t(`path.event.${type}`)}
            {reason && ` – ${reason}`}
          </li>
        ))}
      </ol>
    </article>
  );
}

/** The address to share, with or without the name; how often others opened it; and a link that adds it to LinkedIn. */
function Sharing({ certificate, language }: { certificate: CertificateWithSeal; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const { number, namePublic, looks, checkUrl, status } = certificate;
  const address = language === 'en' ? `${checkUrl}?lang=en` : checkUrl;
  const title = certificate.title[language];
  return (
    <>
      <h4 className="space-5">{t('path.share')}</h4>
      <p>
        {t('path.share-text')} {t(namePublic ? 'path.share-full' : 'path.share-initials')}
      </p>
      <p className="break-anywhere">
        <a href={address}>{address}</a>
      </p>
      <div className="actions">
        <Form method="post" className="inline">
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="public" value={namePublic ? '0' : '1'} />
          <button className="button button-secondary" name="intent" value="release-name" type="submit">
            {t(namePublic ? 'path.hide-name' : 'path.show-name')}
          </button>
        </Form>
        {isGood(status) && (
          <a
            className="text-link"
            rel="noreferrer"
            href={linkedInAddress({ ...certificate, title, checkUrl: address })}
          >
            {t('path.linked-in')}
          </a>
        )}
      </div>
      {isGood(status) && (
        <Field
          id={`signature-${number}`}
          label={t('earned.signature')}
          hint={t('earned.signature-hint')}
          prose={false}
          readOnly
          value={t('earned.signature-text', { title, number, address })}
        />
      )}
      <p className="muted">
        {t('path.looks', { count: looks.all })} {looks.all > 0 && t('path.looks-recent', { count: looks.recent })}{' '}
        {t('path.looks-how')}
      </p>
    </>
  );
}

const Viewer = lazy(() =>
  import('#app/components/base/pdf-viewer.client.tsx').then(({ PdfViewer }) => ({ default: PdfViewer })),
);
