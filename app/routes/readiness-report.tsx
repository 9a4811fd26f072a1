import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { EarlierReports } from '#app/components/readiness/report/earlier-reports.tsx';
import { ReportContents } from '#app/components/readiness/report/report-contents.tsx';
import { ShownReport } from '#app/components/readiness/report/shown-report.tsx';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { reportMap } from '#app/server/report-map.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { orderReport } from '#app/use-cases/readiness/report/order-report.server.ts';
import { reportAddress } from '#app/use-cases/readiness/report/report-address.ts';
import { seeReports } from '#app/use-cases/readiness/report/see-reports.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/report.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'keep-snapshots');
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  const snapshotId = url.searchParams.get('snapshot') ?? undefined;
  const view = await seeReports(world, viewer, { asOf: day.asOf, language, snapshotId });
  if (!view) throw forbidden();
  const t = translator({ language }, 'report');
  const { shown } = view;
  const said = (asOf: string) => formatDay(language, asOf);
  return data(
    {
      title: shown
        ? t('title', { ready: shown.counts.ready, of: shown.of, day: said(shown.asOf) })
        : t('title-none', { day: said(day.asOf) }),
      ...{ language, day, view, demo: world.demo, operationId: world.newId() },
      address: shown && reportAddress(world, shown.code, language).replace(/^https?:\/\//, ''),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'keep-snapshots');
  const form = await readForm(request);
  const asOf = form.text('date');
  const carried = carriedIn(new URL(request.url).searchParams);
  const outcome = await orderReport(world, viewer, { asOf, operationId: form.text('operation'), map: reportMap });
  if (outcome.ok) return redirect(agencyLink('/readiness/report', { ...carried, asOf, snapshot: outcome.id }));
  const { reason } = outcome;
  if (reason === 'forbidden') throw forbidden();
  const t = translator({ language }, 'report');
  const error =
    reason === 'not-found' || reason === 'no-service'
      ? t('refused.no-places')
      : t(`refused.${reason}`, 'because' in outcome ? { because: outcome.because } : {});
  return data({ error }, { status: reason === 'not-a-day' ? 400 : 409 });
}

export default function ReadinessReport() {
  const { title, language, day, view, demo, operationId, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('report');
  const { t: common } = useTranslation('common');
  const { shown, altered, earlier } = view;
  const asked = formatDay(language, day.asOf);
  return (
    <>
      <DateControl day={day} asksKnown={false} />
      <ErrorSummary title={common('form.summary')} errors={answer ? [{ id: 'make', message: answer.error }] : []} />
      <h1>{title}</h1>
      {altered && <Message tone="warning" lead={t('refused.altered')} />}
      {shown ? (
        <>
          <ShownReport report={shown} language={language} demo={demo} address={address ?? ''} />
          <ReportContents file={`/readiness/reports/${shown.id}/${language}`} rows={shown.rows} />
        </>
      ) : (
        <p className="lead">{t('lead-none', { day: asked })}</p>
      )}
      <Form method="post" className="space-6 only-screen">
        <input type="hidden" name="date" value={day.asOf} />
        <input type="hidden" name="operation" value={operationId} />
        <p>{t('make-hint')}</p>
        <button id="make" className={`button ${shown ? 'button-secondary' : 'button-primary'}`} type="submit">
          {t(shown ? 'make-again' : 'make', { day: asked })}
        </button>
      </Form>
      <EarlierReports reports={earlier} language={language} />
    </>
  );
}
