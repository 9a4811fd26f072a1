import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CertificateActions } from '#app/components/register/certificate-actions.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { parseCertificateAction } from '#app/use-cases/certificates/register/parse-certificate-action.ts';
import { reissueCertificate } from '#app/use-cases/certificates/register/reissue-certificate.server.ts';
import { replaceCertificate } from '#app/use-cases/certificates/register/replace-certificate.server.ts';
import { seeCertificate } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

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
  const intent = parseCertificateAction(form.text('intent'));
  const number = params.number!;
  const reason = form.text('reason');
  if (!intent) return data({ intent: '', field: '', error: t('certificate.choose'), reason }, { status: 400 });
  const outcome =
    intent === 'replace'
      ? await replaceCertificate(world, viewer, { number, reason })
      : intent === 'reissue'
        ? await reissueCertificate(world, viewer, { number, reason })
        : await changeCertificate(world, viewer, { number, action: intent, reason });
  if (outcome.ok) return redirect(`/certificates/${'number' in outcome ? outcome.number : number}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'forbidden':
      throw forbidden();
    case 'reason-missing':
      return data({ intent, field: 'reason', error: t('certificate.reason-missing'), reason }, { status: 400 });
    case 'not-now': {
      const status = translator({ language }, 'common')(`certificate.${outcome.status}`);
      return data({ intent, field: '', error: t('certificate.not-now', { status }), reason }, { status: 409 });
    }
    case 'letters-missing': {
      const error = t('certificate.letters-missing', { letters: outcome.letters.join(' ') });
      return data({ intent, field: '', error, reason }, { status: 409 });
    }
    default:
      return data({ intent, field: '', error: t(`certificate.${outcome.reason}`), reason }, { status: 409 });
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
      <p className="lead">{t(`certificate.stands.${certificate.status}`, { successor: certificate.successor })}</p>
      {sent?.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: `${sent.intent}-${sent.field}`, message: sent.error }] : []}
      />
      <Facts
        rows={[
          [t('certificates.holder'), certificate.name],
          ...(certificate.nameNow ? ([[t('certificate.name-now'), certificate.nameNow]] as const) : []),
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
          ...(['former', 'successor'] as const).flatMap((which) => {
            const number = certificate[which];
            if (!number) return [];
            return [
              [
                t(`certificate.${which}`),
                <Link key={which} to={`/certificates/${number}`}>
                  {number}
                </Link>,
              ] as const,
            ];
          }),
        ]}
      />
      <p className="actions">
        <a className="button button-secondary" href={`/my-certificate/${certificate.number}/da`}>
          {t('certificate.file')}
        </a>
        <a className="text-link" href={`/my-certificate/${certificate.number}/en`}>
          {t('certificate.file-en')}
        </a>
      </p>
      <section className="space-7" aria-labelledby="history">
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
      <CertificateActions certificate={certificate} language={language} sent={sent} />
    </>
  );
}
