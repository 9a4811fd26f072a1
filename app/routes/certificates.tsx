import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CountedCertificates } from '#app/components/register/counted-certificates.tsx';
import { ExpiryTimeline } from '#app/components/register/expiry-timeline.tsx';
import { RegisterFilterForm } from '#app/components/register/register-filter-form.tsx';
import { RegisterTable } from '#app/components/register/register-table.tsx';
import { BadgeKeys, KeyWarnings, SigningKeys } from '#app/components/register/signing-keys.tsx';
import { askedPage } from '#app/platform/asked-page.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireDays } from '#app/platform/typed-day.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { annulWithheld } from '#app/use-cases/certificates/issuing/annul-withheld.server.ts';
import { clearWithheld } from '#app/use-cases/certificates/issuing/clear-withheld.server.ts';
import { listWithheld, type Withheld } from '#app/use-cases/certificates/issuing/list-withheld.server.ts';
import { seeBadgeKeys } from '#app/use-cases/certificates/keys/see-badge-keys.server.ts';
import { seeSigningKeys } from '#app/use-cases/certificates/keys/see-signing-keys.server.ts';
import { countCertificates } from '#app/use-cases/certificates/register/count-certificates.server.ts';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import {
  type PeriodField,
  parseRegisterFilter,
  periodFields,
  registerSorts,
  statuses,
} from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { may } from '#app/use-cases/permission.ts';
import { formatDayOf } from '#app/words/format.ts';
import '#app/words/staff.ts';
import { reasonText } from '#app/words/withheld-reason.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-certificates');
  const url = new URL(request.url);
  requireDays(url, periodFields, 'table');
  const { searchParams: search } = url;
  const { filter, notDays } = parseRegisterFilter(search);
  const register = await listRegister(world, viewer, filter, askedPage(search));
  if (!register) throw forbidden();
  const { today: _, ...rest } = register;
  const wrong = notDays.length > 0 ? `${translator({ language }, 'common')('form.error')} ` : '';
  return data(
    {
      title: wrong + translator({ language }, 'agency')('certificates.title'),
      language,
      ...rest,
      filter,
      notDays: Object.fromEntries(notDays.map((name) => [name, search.get(name) ?? ''])),
      columns: registerSorts,
      statuses,
      periods: periodFields,
      csv: `/certificates/table.csv?${search}`,
      narrowed: [...search].some(([name, value]) => !['sort', 'order', 'page'].includes(name) && value !== ''),
      counts: await countCertificates(world, viewer),
      seesReadiness: may(viewer, 'see-readiness'),
      withheld: await listWithheld(world, viewer),
      signing: await seeSigningKeys(world, viewer),
      badgeKeys: await seeBadgeKeys(world, viewer),
    },
    { status: wrong ? 400 : 200 },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'settle-withheld');
  const t = translator({ language }, 'agency');
  const form = await readForm(request);
  const enrolmentId = form.text('enrolment');
  const reason = form.text('reason');
  const outcome =
    form.text('intent') === 'clear'
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
  const register = useLoaderData<typeof loader>();
  const { withheld, language, notDays, filter, signing, badgeKeys } = register;
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  return (
    <>
      <h1>{t('certificates.title')}</h1>
      {sent?.enrolmentId === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={[
          ...(sent?.enrolmentId ? [{ id: `reason-${sent.enrolmentId}`, message: sent.error }] : []),
          ...(Object.keys(notDays) as PeriodField[]).map((id) => ({
            id,
            message: `${t(`certificates.filter.${id}`)}: ${t('certificates.not-a-day')}`,
          })),
        ]}
      />
      {signing && <KeyWarnings {...signing} />}
      {withheld.length > 0 && (
        <section className="space-6" aria-labelledby="withheld">
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
      <section className="space-6" aria-labelledby="table">
        <h2 id="table">{t('certificates.table')}</h2>
        {register.counts && <CountedCertificates counts={register.counts} seesReadiness={register.seesReadiness} />}
        <RegisterFilterForm {...register} />
        <p className="muted">
          {t('certificates.rows', { count: register.count })}
          {register.narrowed && (
            <>
              {' · '}
              <Link to="/certificates">{t('certificates.show-all')}</Link>
            </>
          )}
        </p>
        {register.count > 0 && <RegisterTable {...register} sort={filter.sort} reversed={filter.reversed} />}
        <Pages page={register.page} of={register.of} label={t('certificates.pages')} to="table" />
        {register.count > 0 && (
          <p className="only-screen">
            <a className="text-link" href={register.csv}>
              {t('certificates.csv')}
            </a>
          </p>
        )}
      </section>
      <ExpiryTimeline language={language} endings={register.endings} later={register.later} />
      {signing && <SigningKeys {...signing} language={language} />}
      {badgeKeys && <BadgeKeys keys={badgeKeys} language={language} />}
    </>
  );
}

/** A withheld certificate that is earned: issue it now, or end the course with a reason. */
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
    <div className="panel space-5">
      <h3>{name}</h3>
      <p className="muted">{t('withheld.since', { at: formatDayOf(language, since), hold })}</p>
      <p>{t('withheld.reason', { reason: reasonText(common, reason) })}</p>
      <p>
        <Link className="text-link" to={`/holds/${holdId}/certificates`}>
          {t('withheld.hold', { hold })}
        </Link>
      </p>
      <Form method="post">
        <input type="hidden" name="enrolment" value={enrolmentId} />
        <button
          className="button button-primary"
          name="intent"
          value="clear"
          type="submit"
          aria-label={t('withheld.clear-name', { name })}
        >
          {t('withheld.clear')}
        </button>
      </Form>
      <details className="disclosure" open={sent !== undefined}>
        <summary>{t('withheld.annul')}</summary>
        <p>{t('withheld.annul-text', { name })}</p>
        <Form method="post" noValidate>
          <input type="hidden" name="enrolment" value={enrolmentId} />
          <TextArea
            id={`reason-${enrolmentId}`}
            name="reason"
            rows={3}
            label={t('withheld.annul-reason')}
            error={sent?.error}
            defaultValue={sent?.reason ?? ''}
            maxLength={1_000}
          />
          <button
            className="button button-secondary"
            name="intent"
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
