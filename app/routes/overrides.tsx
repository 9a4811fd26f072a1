import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { OverrideForm } from '#app/components/readiness/overrides/override-form.tsx';
import { OverrideList } from '#app/components/readiness/overrides/override-list.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { giveOverride } from '#app/use-cases/readiness/overrides/give-override.server.ts';
import { seeOverrides } from '#app/use-cases/readiness/overrides/see-overrides.server.ts';
import { withdrawOverride } from '#app/use-cases/readiness/overrides/withdraw-override.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/papers.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'give-override');
  const seen = await seeOverrides(world, viewer);
  if (!seen) throw forbidden();
  const asked = new URL(request.url).searchParams.get('service') ?? '';
  return {
    title: translator({ language }, 'policy')('override.title'),
    language,
    ...seen,
    chosen: seen.services.some(({ id }) => id === asked) ? asked : '',
    operationId: world.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'give-override');
  const t = translator({ language }, 'policy');
  const form = await readForm(request);
  const intent = form.text('intent');
  const fields = {
    ...{ service: form.text('service'), reason: form.text('reason'), decidedBy: form.text('decidedBy') },
    ...{ from: form.day('from'), lastDay: form.day('lastDay') },
    ...{ override: form.text('override'), why: form.text('why') },
  };
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors }, { status });
  const here = agencyLink('/readiness/overrides', {});
  if (intent === 'withdraw') {
    const outcome = await withdrawOverride(world, viewer, { overrideId: fields.override, why: fields.why });
    if (outcome.ok) return redirect(here);
    if (outcome.reason === 'not-found') throw notFound();
    const message = t(`override.withdraw.${outcome.reason}`);
    return refused([{ id: `why-${fields.override}`, message }], outcome.reason === 'over' ? 409 : 400);
  }
  const { service: serviceId, reason, decidedBy, from, lastDay } = fields;
  const outcome = await giveOverride(world, viewer, {
    ...{ serviceId, reason, decidedBy, from, lastDay },
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(here);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'not-an-override': {
      const day = (text: string) => formatDay(language, text);
      const overlaps = outcome.issues.some(({ problem }) => problem === 'overlaps');
      return refused(
        outcome.issues.map((issue) => ({
          id: issue.field as string,
          message: t(
            `override.issue.${issueKey(issue)}`,
            issue.problem === 'overlaps' ? { from: day(issue.from), lastDay: day(issue.lastDay) } : {},
          ),
        })),
        overlaps ? 409 : 400,
      );
    }
  }
}

export default function Overrides() {
  const { title, language, overrides, services, chosen, today, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('policy');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/readiness', {}), text: common('menu.overview') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('override.lead')}</p>
      <OverrideList language={language} overrides={overrides} sent={sent?.fields} errorOf={errorOf} />
      <section className="space-7 only-screen" aria-labelledby="give">
        <h2 id="give">{t('override.give')}</h2>
        <OverrideForm
          key={`${overrides.length} ${chosen}`}
          operationId={operationId}
          services={services}
          chosen={chosen}
          today={today}
          sent={sent && sent.intent !== 'withdraw' ? sent.fields : undefined}
          errorOf={errorOf}
        />
      </section>
    </>
  );
}
