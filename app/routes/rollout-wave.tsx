import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { MoveForm } from '#app/components/rollout/move-form.tsx';
import { WaveForm } from '#app/components/rollout/wave-form.tsx';
import { WaveHistory } from '#app/components/rollout/wave-history.tsx';
import { WaveLine } from '#app/components/rollout/wave-line.tsx';
import { WaveServices } from '#app/components/rollout/wave-services.tsx';
import { agencyLink, daysIn } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeWave } from '#app/use-cases/rollout/board/see-wave.server.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/rollout.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'record-rollout');
  const t = translator({ language }, 'rollout');
  const day = requireAsOf(world, new URL(request.url));
  const page = { language, day, operationId: world.newId(), gates: gateNames(world, language) };
  if (params.waveId === 'new') return data({ ...page, title: t('wave.new'), view: null });
  const view = await seeWave(world, viewer, { waveId: params.waveId!, asOf: day.asOf, knownOn: day.knownOn });
  if (!view) throw notFound();
  const ready = view.wave.services.filter(({ verdict }) => verdict === 'klar').length;
  const title = t('wave.title', { name: view.wave.name, ready, count: view.wave.services.length });
  return data({ ...page, title, view }, { status: day.ok ? 200 : 400 });
}

const gateNames = (
  { policy }: { policy: { gates: { key: string; short: Record<'da' | 'en', string> }[] } },
  language: 'da' | 'en',
): Record<string, string> => Object.fromEntries(policy.gates.map(({ key, short }) => [key, short[language]]));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-rollout');
  const t = translator({ language }, 'rollout');
  const form = await readForm(request);
  const intent = form.text('intent');
  const operationId = form.text('operation');
  const side = intent === 'move-in' ? 'in' : 'out';
  const fields = {
    ...{ name: form.text('name'), opensOn: form.day('opensOn'), why: form.text('why') },
    ...{ services: form.all('services'), wave: form.text('wave'), from: form.day(`${side}-from`) },
    reason: form.text('reason'),
  };
  const refused = (errors: { id: string; message: string }[], status = 400) =>
    data({ intent, fields, errors }, { status });
  const here = agencyLink(new URL(request.url).pathname, daysIn(new URL(request.url).searchParams));
  if (intent.startsWith('move-')) {
    const outcome = await moveToWave(world, viewer, {
      services: fields.services,
      waveId: side === 'in' ? params.waveId! : fields.wave,
      from: fields.from,
      why: fields.reason,
      operationId,
    });
    if (outcome.ok) return redirect(here);
    if (outcome.reason === 'forbidden') throw forbidden();
    if (outcome.reason === 'not-found') throw notFound();
    const field = { 'not-a-day': 'from', nobody: 'services', 'no-reason': 'reason' }[outcome.reason];
    return refused([{ id: `${side}-${field}`, message: t(`move.${outcome.reason}`) }]);
  }
  const outcome = await recordWave(world, viewer, {
    ...{ name: fields.name, opensOn: fields.opensOn, why: fields.why, operationId },
    ...(params.waveId !== 'new' && { waveId: params.waveId! }),
  });
  if (outcome.ok) return redirect(`/rollout/waves/${outcome.id}`);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'no-reason':
      return refused([{ id: 'why', message: t('wave.no-reason') }]);
    case 'not-a-wave':
      return refused(
        outcome.issues.map((issue) => ({ id: issue.field as string, message: t(`wave.issue.${issueKey(issue)}`) })),
      );
  }
}

export default function RolloutWave() {
  const { title, language, day, operationId, gates, view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('rollout');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const sentTo = (intent: string) => (sent?.intent === intent ? sent.fields : undefined);
  const wave = view?.wave;
  const form = (
    <WaveForm
      operationId={operationId}
      isNew={!wave}
      fields={sentTo('save') ?? { name: wave?.name ?? '', opensOn: wave?.opensOn ?? '', why: '' }}
      errorOf={errorOf}
    />
  );
  const nothing = { services: [], wave: '', from: day.today, reason: '' };
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/rollout', text: common('menu.rollout') }]}
        here={wave?.name ?? title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      {view && wave ? (
        <>
          <DateControl day={day} />
          <h1>{title}</h1>
          <p className="lead">{t('wave.opens', { day: formatDay(language, wave.opensOn) })}</p>
          <WaveLine counts={wave.counts} />
          <div className="actions only-screen">
            <Link className="button button-primary" to={`/rollout/waves/${wave.id}/sign-off`}>
              {t('sign.go')}
            </Link>
            {view.paperLetters > 0 && (
              <a className="button button-secondary" href={`/rollout/invitations/letters.pdf?wave=${wave.id}`}>
                {t('letters.all', { count: view.paperLetters })}
              </a>
            )}
          </div>
          <section className="space-7" aria-labelledby="services">
            <h2 id="services">{t('wave.services')}</h2>
            {wave.services.length === 0 ? (
              <p>{t('wave.empty')}</p>
            ) : (
              <WaveServices caption={t('wave.services')} services={wave.services} gates={gates} />
            )}
            {wave.services.length > 0 && (
              <details className="disclosure only-screen" open={sent?.intent === 'move-out'}>
                <summary>{t('move.out-title')}</summary>
                <MoveForm
                  id="out"
                  operationId={operationId}
                  services={wave.services.map(({ serviceId, name }) => ({ id: serviceId, name }))}
                  waves={view.waves.filter(({ id }) => id !== wave.id)}
                  fields={sentTo('move-out') ?? nothing}
                  errorOf={errorOf}
                />
              </details>
            )}
            <details className="disclosure only-screen" open={sent?.intent === 'move-in' || wave.services.length === 0}>
              <summary>{t('move.in-title')}</summary>
              <MoveForm
                id="in"
                operationId={operationId}
                services={view.others}
                waves={[]}
                fields={sentTo('move-in') ?? nothing}
                errorOf={errorOf}
              />
            </details>
            <details className="disclosure only-screen" open={sent?.intent === 'save'}>
              <summary>{t('wave.change')}</summary>
              {form}
            </details>
          </section>
          <WaveHistory language={language} versions={view.versions} moves={view.moves} />
        </>
      ) : (
        <>
          <h1>{title}</h1>
          <p className="lead">{t('wave.lead')}</p>
          {form}
        </>
      )}
    </>
  );
}
