import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { WithdrawForm } from '#app/components/base/withdraw-form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AboutOutreach } from '#app/components/partners/about-outreach.tsx';
import { type OutreachFields, OutreachForm } from '#app/components/partners/outreach-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { draftOutreach } from '#app/use-cases/partners/draft-outreach.server.ts';
import { listOwnServices } from '#app/use-cases/partners/list-own-services.server.ts';
import { recordOutreach } from '#app/use-cases/partners/record-outreach.server.ts';
import { seeOutreach } from '#app/use-cases/partners/see-outreach.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const t = translator({ language }, 'partners');
  const isNew = params.outreachId === 'new';
  const outreach = isNew ? undefined : await seeOutreach(world, viewer, params.outreachId!);
  if (!isNew && !outreach) throw notFound();
  const channel = new URL(request.url).searchParams.get('channel') ?? '';
  return {
    title: outreach
      ? t('effort.title', { channel: t(`channel.${outreach.channel}`), place: outreach.place })
      : t('effort.new'),
    language,
    outreach: outreach ?? null,
    draft: draftOutreach(outreach, channel),
    places: isNew ? await listOwnServices(world, viewer) : null,
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-partners');
  const t = translator({ language }, 'partners');
  const form = await readForm(request);
  const intent = form.text('intent');
  const fields = Object.fromEntries(
    Object.keys(draftOutreach(undefined, '').fields).map((name) => [name, form.text(name)]),
  ) as OutreachFields;
  for (const name of ['onDay', 'lastDay'] as const) fields[name] = form.day(name);
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors }, { status });
  if (intent === 'withdraw') {
    const outcome = await withdrawRecord(world, viewer, { kind: 'outreach', id: params.outreachId!, why: fields.why });
    if (outcome.ok) return redirect('/partners#outreach');
    if (outcome.reason === 'not-found') throw notFound();
    const status = outcome.reason === 'no-reason' ? 400 : 409;
    return refused([{ id: 'withdraw-why', message: t(`version.${outcome.reason}`) }], status);
  }
  const { service, ...written } = fields;
  const outcome = await recordOutreach(world, viewer, {
    ...written,
    serviceId: service,
    files: await Promise.all(
      form.files('document').map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
    ...(params.outreachId !== 'new' && { corrects: params.outreachId! }),
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(`/partners/outreach/${outcome.id}`);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'changed-meanwhile':
      return refused([{ id: 'channel', message: t('version.changed-meanwhile') }], 409);
    case 'not-outreach':
      return refused(
        outcome.issues.map((issue) => ({ id: issue.field, message: t(`effort.issue.${issueKey(issue)}`) })),
        400,
      );
  }
}

export default function Outreach() {
  const { title, language, outreach, draft, places, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const form = (
    <OutreachForm
      key={outreach?.id}
      operationId={operationId}
      channels={draft.channels}
      answers={draft.answers}
      places={places}
      stored={outreach?.document ?? null}
      correction={outreach !== null}
      fields={sent && sent.intent !== 'withdraw' ? sent.fields : draft.fields}
      errorOf={errorOf}
    />
  );
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/partners', text: common('menu.partners') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('effort.lead')}</p>
      {outreach ? <AboutOutreach language={language} outreach={outreach} /> : form}
      {outreach?.mayRecord && outreach.stands && (
        <>
          <details className="disclosure space-6 only-screen" open={sent?.intent === 'save'}>
            <summary>{t('effort.correct')}</summary>
            {form}
          </details>
          <WithdrawForm
            title={t('effort.withdraw')}
            what={t('meeting.withdraw-what')}
            words={{ why: t('version.withdraw-why'), submit: t('version.withdraw-do') }}
            open={sent?.intent === 'withdraw'}
            written={sent?.intent === 'withdraw' ? sent.fields.why : ''}
            error={errorOf('withdraw-why')}
          />
        </>
      )}
    </>
  );
}
