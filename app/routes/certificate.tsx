import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { CertificateDeeds } from '../components/certificate-deeds.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Facts } from '../components/facts.tsx';
import { Link } from '../components/link.tsx';
import { FormAnswer } from '../components/message.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { readForm } from '../platform/form.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { changeCertificate, parseDeed } from '../use-cases/certificates/change-certificate.server.ts';
import { seeCertificate } from '../use-cases/certificates/list-certificates.server.ts';
import { replaceCertificate } from '../use-cases/certificates/replace-certificate.server.ts';
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
  const deed = parseDeed(form.text('deed'));
  const number = params.number!;
  const reason = form.text('reason');
  if (!deed) return data({ deed: '', field: '', error: t('certificate.choose'), reason }, { status: 400 });
  const outcome =
    deed === 'replace'
      ? await replaceCertificate(world, viewer, { number, reason })
      : await changeCertificate(world, viewer, { number, deed, reason });
  if (outcome.ok) return redirect(`/certificates/${'number' in outcome ? outcome.number : number}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'forbidden':
      throw forbidden();
    case 'reason-missing':
      return data({ deed, field: 'reason', error: t('certificate.reason-missing'), reason }, { status: 400 });
    case 'not-now': {
      const status = translator({ language }, 'common')(`certificate.${outcome.status}`);
      return data({ deed, field: '', error: t('certificate.not-now', { status }), reason }, { status: 409 });
    }
    case 'letters-missing': {
      const error = t('certificate.letters-missing', { letters: outcome.letters.join(' ') });
      return data({ deed, field: '', error, reason }, { status: 409 });
    }
    default:
      return data({ deed, field: '', error: t(`certificate.${outcome.reason}`), reason }, { status: 409 });
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
      <p className="stor">{t(`certificate.stands.${certificate.status}`, { successor: certificate.successor })}</p>
      {sent?.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: `${sent.deed}-${sent.field}`, message: sent.error }] : []}
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
      <CertificateDeeds certificate={certificate} language={language} sent={sent} />
    </>
  );
}
