import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ConsentForm } from '#app/components/public-help/consent-form.tsx';
import { HelpHistory } from '#app/components/public-help/help-history.tsx';
import { HelpPointForm } from '#app/components/public-help/help-point-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { recordHelpConsent } from '#app/use-cases/help-points/record-help-consent.server.ts';
import { recordHelpPoint } from '#app/use-cases/help-points/record-help-point.server.ts';
import type { HelpPointFields, HelpPointView } from '#app/use-cases/help-points/see-help-point.server.ts';
import { seeHelpPoint } from '#app/use-cases/help-points/see-help-point.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { HelpPointIssue } from '#curriculum/help-points/help-point.ts';
import '#app/words/help-points.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'record-help-points');
  const help = await seeHelpPoint(world, viewer, { serviceId: params.serviceId!, language });
  if (!help) throw notFound();
  const title = translator({ language }, 'help-points')('one.title', { service: help.service });
  return { title, language, help, operationId: world.newId() };
}

const texts = ['times', 'place', 'booking', 'phone', 'languages', 'access'] as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-help-points');
  const t = translator({ language }, 'help-points');
  const form = await readForm(request);
  const intent = form.text('intent');
  const serviceId = params.serviceId!;
  const written = Object.fromEntries(texts.map((name) => [name, form.text(name)])) as Record<
    (typeof texts)[number],
    string
  >;
  const fields: HelpPointFields = { ...written, topics: form.all('topics'), from: form.day('from') };
  const saidBy = form.text('saidBy');
  const refused = (errors: { id: string; message: string }[]) =>
    data({ intent, fields, saidBy, errors }, { status: 400 });
  if (intent === 'consent' || intent === 'withdraw') {
    const outcome = await recordHelpConsent(world, viewer, {
      serviceId,
      given: intent === 'consent',
      saidBy,
      operationId: form.text('operation'),
    });
    if (outcome.ok) return redirect(`/help-points/${serviceId}`);
    if (outcome.reason === 'not-found') throw notFound();
    return refused([{ id: 'saidBy', message: t(`consent-form.${outcome.reason}`) }]);
  }
  const outcome = await recordHelpPoint(world, viewer, { ...fields, serviceId, operationId: form.text('operation') });
  if (outcome.ok) return redirect(`/help-points/${serviceId}`);
  if (outcome.reason === 'not-found') throw notFound();
  return refused(outcome.issues.map((issue) => ({ id: issue.field, message: t(issueWords(issue)) })));
}

/** A number or an address is refused with the same words in every field. */
function issueWords(issue: HelpPointIssue) {
  switch (issue.field) {
    case 'phone':
      return `issue.phone.${issue.problem}` as const;
    case 'topics':
      return `issue.topics.${issue.problem}` as const;
    case 'from':
      return `issue.from.${issue.problem}` as const;
    default:
      return issue.problem === 'missing' || issue.problem === 'too-long'
        ? (`issue.${issue.field}.${issue.problem}` as const)
        : (`issue.${issue.problem}` as const);
  }
}

export default function HelpPoint() {
  const { title, language, help, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('help-points');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/help-points', text: common('menu.help-points') }]}
        here={help.service}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">
        {help.standing?.is === 'from'
          ? t('one.lead.from', { day: formatDay(language, help.standing.day) })
          : t(`one.lead.${leadOf(help)}`)}
      </p>
      <div className="columns space-6">
        <section aria-labelledby="say">
          <h2 id="say">{t('form.title')}</h2>
          <p>{t('form.text')}</p>
          <HelpPointForm
            key={help.versions.length}
            operationId={operationId}
            topics={help.topics}
            fields={sent?.intent === 'save' ? sent.fields : help.fields}
            errorOf={errorOf}
          />
        </section>
        <ConsentForm
          key={help.consents.length}
          language={language}
          operationId={operationId}
          help={help}
          written={sent?.saidBy ?? ''}
          error={errorOf('saidBy')}
        />
      </div>
      <HelpHistory language={language} help={help} />
    </>
  );
}

function leadOf({ standing, consented, versions }: Pick<HelpPointView, 'standing' | 'consented' | 'versions'>) {
  if (standing?.is === 'now') return 'now';
  if (!consented) return 'not-consented';
  return versions.length === 0 ? 'not-said' : 'not-live';
}
