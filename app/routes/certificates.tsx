import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextArea } from '../components/field.tsx';
import { Link } from '../components/link.tsx';
import { Message } from '../components/message.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { readForm } from '../platform/form.server.ts';
import { notFound, requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { listCertificates } from '../use-cases/certificates/list-certificates.server.ts';
import {
  annulWithheld,
  clearWithheld,
  listWithheld,
  type Withheld,
} from '../use-cases/certificates/settle-withheld.server.ts';
import { formatDay, formatDayOf } from '../words/format.ts';
import '../words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-certificates');
  const find = new URL(request.url).searchParams.get('find') ?? '';
  return {
    title: translator({ language }, 'agency')('certificates.title'),
    language,
    find,
    rows: await listCertificates(world, viewer, find),
    withheld: await listWithheld(world, viewer),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'settle-withheld');
  const t = translator({ language }, 'agency');
  const form = await readForm(request);
  const enrolmentId = form.text('enrolment');
  const reason = form.text('reason');
  const outcome =
    form.text('deed') === 'clear'
      ? await clearWithheld(world, viewer, { enrolmentId })
      : await annulWithheld(world, viewer, { enrolmentId, reason });
  if (outcome.ok) return redirect('/certificates');
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'reason-missing':
      return data({ enrolmentId, reason, error: t('withheld.reason-missing') }, { status: 400 });
    default:
      return data({ enrolmentId: '', reason, error: t('withheld.not-possible') }, { status: 409 });
  }
}

export default function Certificates() {
  const { rows, find, withheld, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  return (
    <>
      <h1>{t('certificates.title')}</h1>
      {sent?.enrolmentId === '' && <Message tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.enrolmentId ? [{ id: `reason-${sent.enrolmentId}`, message: sent.error }] : []}
      />
      {withheld.length > 0 && (
        <section className="rum-6" aria-labelledby="withheld">
          <h2 id="withheld">{t('withheld.title', { count: withheld.length })}</h2>
          <p>{t('withheld.lead')}</p>
          {withheld.map((each) => (
            <WithheldOne
              key={each.enrolmentId}
              withheld={each}
              language={language}
              {...(sent?.enrolmentId === each.enrolmentId && { sent })}
            />
          ))}
        </section>
      )}
      <Form method="get" className="raekke rum-6">
        <div className="form-group">
          <label className="form-label" htmlFor="find">
            {t('certificates.find')}
          </label>
          <input className="form-input input-width-l" id="find" name="find" defaultValue={find} autoComplete="off" />
        </div>
        <button className="button button-secondary" type="submit">
          {t('certificates.search')}
        </button>
      </Form>
      <p className="dus">{t('certificates.rows', { count: rows.length })}</p>
      <ScrollRegion label={t('certificates.title')}>
        <table className="t">
          <caption className="sr-only">{t('certificates.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('certificates.number')}</th>
              <th scope="col">{t('certificates.holder')}</th>
              <th scope="col">{t('certificates.library')}</th>
              <th scope="col">{t('certificates.until')}</th>
              <th scope="col">{t('certificates.status')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">
                  <Link to={`/certificates/${row.number}`}>{row.number}</Link>
                </th>
                <td>{row.name}</td>
                <td>{row.library}</td>
                <td>{formatDay(language, row.lastValidDay)}</td>
                <td>{common(`certificate.${row.status}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** A certificate that is earned and held back: issue it after all, or end the course with a reason. */
function WithheldOne({
  withheld,
  language,
  sent,
}: {
  withheld: Withheld;
  language: 'da' | 'en';
  sent?: { reason: string; error: string };
}) {
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const { enrolmentId, name, hold, holdId, since, reason } = withheld;
  return (
    <div className="blok rum-5">
      <h3>{name}</h3>
      <p className="dus">{t('withheld.since', { at: formatDayOf(language, since), hold })}</p>
      <p>{t('withheld.reason', { reason })}</p>
      <p>
        <Link className="tekstlink" to={`/holds/${holdId}/certificates`}>
          {t('withheld.hold', { hold })}
        </Link>
      </p>
      <Form method="post">
        <input type="hidden" name="enrolment" value={enrolmentId} />
        <button
          className="button button-primary"
          name="deed"
          value="clear"
          type="submit"
          aria-label={t('withheld.clear-name', { name })}
        >
          {t('withheld.clear')}
        </button>
      </Form>
      <details className="detaljer" open={sent !== undefined}>
        <summary>{t('withheld.annul')}</summary>
        <p>{t('withheld.annul-text', { name })}</p>
        <Form method="post" noValidate>
          <input type="hidden" name="enrolment" value={enrolmentId} />
          <TextArea
            id={`reason-${enrolmentId}`}
            name="reason"
            rows={3}
            label={t('withheld.annul-reason')}
            errorWord={common('form.error')}
            error={sent?.error}
            defaultValue={sent?.reason ?? ''}
            maxLength={1_000}
          />
          <button
            className="button button-secondary"
            name="deed"
            value="annul"
            type="submit"
            aria-label={t('withheld.annul-name', { name })}
          >
            {t('withheld.annul')}
          </button>
        </Form>
      </details>
    </div>
  );
}
