import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Facts } from '../components/facts.tsx';
import { TextArea } from '../components/field.tsx';
import { Link } from '../components/link.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { readForm } from '../platform/form.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { seeCertificate } from '../use-cases/certificates/list-certificates.server.ts';
import { revokeCertificate } from '../use-cases/certificates/revoke-certificate.server.ts';
import { formatDay, formatInstant } from '../words/format.ts';
import '../words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-certificates');
  const certificate = await seeCertificate(world, viewer, params.number!);
  if (!certificate) throw notFound();
  return {
    title: translator({ language }, 'agency')('certificate.title', { number: certificate.number }),
    language,
    certificate,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'revoke-certificate');
  const t = translator({ language }, 'agency');
  const form = await readForm(request);
  const outcome = await revokeCertificate(world, viewer, { number: params.number!, reason: form.text('reason') });
  if (outcome.ok) return redirect(`/certificates/${params.number}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'forbidden':
      throw forbidden();
    case 'reason-missing':
      return data({ error: t('certificate.reason-missing'), reason: form.text('reason') }, { status: 400 });
    case 'not-live':
      return data({ error: t('certificate.not-live'), reason: form.text('reason') }, { status: 409 });
  }
}

export default function Certificate() {
  const { certificate, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/certificates', text: common('menu.certificates') }]}
        here={certificate.number}
      />
      <h1>{t('certificate.title', { number: certificate.number })}</h1>
      <p className="stor">{common(`certificate.${certificate.status}`)}</p>
      <Facts
        rows={[
          [t('certificates.holder'), certificate.name],
          [t('certificates.library'), certificate.library],
          [t('certificate.course'), `${certificate.course[language]}, ${certificate.edition}`],
          [
            t('certificate.period'),
            `${formatDay(language, certificate.validFrom)} – ${formatDay(language, certificate.lastValidDay)}`,
          ],
          [
            t('certificate.code'),
            <Link key="code" to={`/v/${certificate.verifyCode}`}>
              {certificate.verifyCode}
            </Link>,
          ],
        ]}
      />
      <p className="handlinger">
        <a className="button button-secondary" href={`/my-certificate/${certificate.number}/da`}>
          {t('certificate.file')}
        </a>
        <a className="tekstlink" href={`/my-certificate/${certificate.number}/en`}>
          {t('certificate.file-en')}
        </a>
      </p>
      <section className="rum-7" aria-labelledby="history">
        <h2 id="history" className="h3">
          {t('certificate.history')}
        </h2>
        <ul>
          {certificate.events.map(({ type, at, reason }) => (
            <li key={`${type}/${at}`}>
              {formatInstant(language, at)}: {t(`certificate.event.${type}`)}
              {reason ? ` – ${reason}` : ''}
            </li>
          ))}
        </ul>
      </section>
      {certificate.mayRevoke && (
        <section className="rum-7" aria-labelledby="revoke">
          <h2 id="revoke" className="h3">
            {t('certificate.revoke-title', { number: certificate.number })}
          </h2>
          <p>
            <b>
              {certificate.consequences.length === 0
                ? t('certificate.no-place')
                : certificate.consequences
                    .map(({ places, lacks }) =>
                      t('certificate.then-lacks', { places: places.join(', '), count: lacks }),
                    )
                    .join(' ')}
            </b>{' '}
            {t('certificate.revoke-text', { name: certificate.name })}
          </p>
          <ErrorSummary title={common('form.summary')} errors={sent ? [{ id: 'reason', message: sent.error }] : []} />
          <Form method="post" noValidate>
            <TextArea
              id="reason"
              rows={3}
              label={t('certificate.reason')}
              hint={t('certificate.reason-hint')}
              errorWord={common('form.error')}
              error={sent?.error}
              defaultValue={sent?.reason ?? ''}
            />
            <div className="handlinger">
              <button className="button button-secondary" type="submit">
                {t('certificate.revoke')}
              </button>
            </div>
          </Form>
        </section>
      )}
    </>
  );
}
