import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { WithdrawForm } from '#app/components/base/withdraw-form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AboutAgreement } from '#app/components/partners/about-agreement.tsx';
import { type AgreementFields, AgreementForm } from '#app/components/partners/agreement-form.tsx';
import { AgreementHistory } from '#app/components/partners/agreement-history.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { draftAgreement } from '#app/use-cases/partners/draft-agreement.server.ts';
import { listOwnServices } from '#app/use-cases/partners/list-own-services.server.ts';
import { recordAgreement } from '#app/use-cases/partners/record-agreement.server.ts';
import { seeAgreement } from '#app/use-cases/partners/see-agreement.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const t = translator({ language }, 'partners');
  const isNew = params.agreementId === 'new';
  const agreement = isNew ? undefined : await seeAgreement(world, viewer, params.agreementId!);
  if (!isNew && !agreement) throw notFound();
  const renews = new URL(request.url).searchParams.get('renews') ?? '';
  const draft = await draftAgreement(world, viewer, { renews: isNew ? renews : '', of: agreement });
  const about = agreement ?? draft.renewed;
  const title = agreement
    ? t('agreement.title', { partner: agreement.partner })
    : about
      ? t('agreement.renew', { partner: about.partner })
      : t('agreement.new');
  return {
    title,
    language,
    agreement: agreement ?? null,
    draft,
    places: isNew ? await listOwnServices(world, viewer) : null,
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-partners');
  const t = translator({ language }, 'partners');
  const form = await readForm(request);
  const intent = form.text('intent');
  const names = ['service', 'purpose', 'partner', 'about', 'signedBy', 'from', 'lastDay', 'why'] as const;
  const fields = Object.fromEntries(names.map((name) => [name, form.text(name)])) as AgreementFields;
  for (const name of ['from', 'lastDay'] as const) fields[name] = form.day(name);
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors }, { status });
  if (intent === 'withdraw') {
    const outcome = await withdrawRecord(world, viewer, {
      kind: 'agreement',
      id: params.agreementId!,
      why: fields.why,
    });
    if (outcome.ok) return redirect('/partners#agreements');
    if (outcome.reason === 'not-found') throw notFound();
    const status = outcome.reason === 'no-reason' ? 400 : 409;
    return refused([{ id: 'withdraw-why', message: t(`version.${outcome.reason}`) }], status);
  }
  const { service, ...written } = fields;
  const outcome = await recordAgreement(world, viewer, {
    ...written,
    serviceId: service,
    files: await Promise.all(
      form.files('document').map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
    ...(params.agreementId !== 'new' && { corrects: params.agreementId! }),
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(`/partners/agreements/${outcome.id}`);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'changed-meanwhile':
      return refused([{ id: 'purpose', message: t('version.changed-meanwhile') }], 409);
    case 'not-an-agreement': {
      const day = (text: string) => formatDay(language, text);
      return refused(
        outcome.issues.map((issue) => ({
          id: issue.field,
          message: t(
            `agreement.issue.${issueKey(issue)}`,
            issue.problem === 'overlaps' ? { from: day(issue.from), lastDay: day(issue.lastDay) } : {},
          ),
        })),
        outcome.issues.some(({ problem }) => problem === 'overlaps') ? 409 : 400,
      );
    }
  }
}

export default function Agreement() {
  const { title, language, agreement, draft, places, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const form = (
    <AgreementForm
      key={agreement?.id ?? draft.renewed?.id}
      operationId={operationId}
      purposes={draft.purposes}
      places={places}
      stored={agreement?.document ?? null}
      correction={agreement !== null}
      fields={sent && sent.intent !== 'withdraw' ? sent.fields : draft.fields}
      errorOf={errorOf}
    />
  );
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/partners', text: common('menu.partners') }]}
        here={agreement?.partner ?? title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('agreement.lead')}</p>
      {agreement ? <AboutAgreement language={language} agreement={agreement} /> : form}
      {agreement && <AgreementHistory language={language} versions={agreement.versions} />}
      {agreement?.mayRecord && agreement.stands && (
        <>
          <details className="disclosure space-6 only-screen" open={sent?.intent === 'correct'}>
            <summary>{t('agreement.correct')}</summary>
            <p>{t('agreement.correct-what')}</p>
            {form}
          </details>
          <WithdrawForm
            title={t('agreement.withdraw')}
            what={t('agreement.withdraw-what')}
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
