import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import { Facts } from '../components/facts.tsx';
import { Field } from '../components/field.tsx';
import { Message } from '../components/message.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { Seal, type SealMark } from '../components/seal.tsx';
import { contextOf } from '../platform/load-context.server.ts';
import { sealRings } from '../platform/seal-rings.server.ts';
import { translator } from '../platform/translator.server.ts';
import { checkCertificate } from '../use-cases/certificates/check-certificate.server.ts';
import { formatDay, formatInstant } from '../words/format.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const t = translator({ language }, 'public');
  const code = params.code!;
  const name = new URL(request.url).searchParams.get('name') ?? undefined;
  const headers = { 'Cache-Control': 'no-store' };
  const outcome = await checkCertificate(world, { code, name });
  if (!outcome.ok)
    return data(
      { title: t('verify.unknown.title'), noIndex: true, code, language, found: undefined },
      { status: 404, headers },
    );
  const { certificate, checkedAt } = outcome;
  const title = t(`verify.${certificate.status}.title`);
  return data(
    {
      title,
      noIndex: true,
      code,
      language,
      found: { certificate, checkedAt, rings: sealRings(certificate.number), typed: name ?? '' },
    },
    { headers },
  );
}

const marks: Record<CertificateStatus, SealMark> = {
  valid: 'check',
  'renewal-open': 'check',
  'not-yet': 'clock',
  expired: 'clock',
  suspended: 'dash',
  revoked: 'cross',
  replaced: 'swap',
  superseded: 'swap',
};

export default function Verify() {
  const { code, language, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public');
  if (!found) {
    return (
      <div className="kontrol kontrol--ukendt">
        <p className="overlinje">{t('verify.over-unknown')}</p>
        <h1>{t('verify.unknown.title')}</h1>
        <p className="stor">{t('verify.unknown.text', { code })}</p>
        <p>
          <Link className="tekstlink" to="/check">
            {t('verify.another')}
          </Link>
        </p>
      </div>
    );
  }
  const { certificate, checkedAt, rings, typed } = found;
  const good = certificate.status === 'valid' || certificate.status === 'renewal-open';
  const words = {
    until: formatDay(language, certificate.lastValidDay),
    from: formatDay(language, certificate.validFrom),
    on: certificate.changedOn ? formatDay(language, certificate.changedOn) : '',
  };
  return (
    <div className={`kontrol ${good ? '' : 'kontrol--ugyldig'}`}>
      <p className="overlinje">{t('verify.over', { at: formatInstant(language, checkedAt) })}</p>
      <div className="kontrol__h">
        <Seal rings={rings} mark={marks[certificate.status]} filled={good} />
        <div>
          <h1>{t(`verify.${certificate.status}.title`)}</h1>
          <p className="stor">{t(`verify.${certificate.status}.text`, words)}</p>
        </div>
      </div>
      {certificate.demo && <Message tone="warning" lead={t('verify.demo')} />}
      <Facts
        rows={[
          [t('verify.number'), certificate.number],
          [
            t('verify.holder'),
            certificate.nameIsFull ? certificate.name : `${certificate.name} ${t('verify.initials')}`,
          ],
          [
            t('verify.course'),
            t('verify.course-value', { course: certificate.course[language], edition: certificate.edition }),
          ],
          [t('verify.period'), `${words.from} – ${words.until}`],
          [t('verify.issued'), formatDay(language, certificate.issuedOn)],
          [t('verify.library'), certificate.library],
          [t('verify.issuer'), certificate.issuer],
          [t('verify.code'), code],
        ]}
      />
      {!certificate.nameIsFull && (
        <Form className="rum-6" method="get" noValidate>
          <Field
            id="name"
            className="input-width-l"
            autoComplete="off"
            label={t('verify.name-label')}
            hint={t('verify.name-hint')}
            errorWord={t('error-word')}
            defaultValue={typed}
            error={certificate.nameMatches === false ? t('verify.name-differs') : undefined}
          />
          <div className="handlinger">
            <button className="button button-secondary" type="submit">
              {t('verify.name-submit')}
            </button>
          </div>
        </Form>
      )}
      {certificate.nameMatches && <Message tone="ok" lead={t('verify.name-matches')} />}
      <p className="rum-5">{t('verify.seal')}</p>
      <div className="kolofon">
        <p>{t('verify.privacy')}</p>
        <p>
          <Link className="tekstlink" to="/check">
            {t('verify.another')}
          </Link>
        </p>
      </div>
    </div>
  );
}
