import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { BlockingTable } from '#app/components/rollout/blocking-table.tsx';
import { RolloutHead } from '#app/components/rollout/rollout-head.tsx';
import { WaveBoard } from '#app/components/rollout/wave-board.tsx';
import { WaveServices } from '#app/components/rollout/wave-services.tsx';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { blockingOf } from '#app/use-cases/rollout/board/blocking-of.ts';
import { countsOf } from '#app/use-cases/rollout/board/counts-of.ts';
import { nextWaveOf } from '#app/use-cases/rollout/board/next-wave-of.ts';
import { seeRollout } from '#app/use-cases/rollout/board/see-rollout.server.ts';
import '#app/words/rollout.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-rollout');
  const t = translator({ language }, 'rollout');
  const day = requireAsOf(world, new URL(request.url));
  const view = await seeRollout(world, viewer, { asOf: day.asOf, knownOn: day.knownOn });
  if (!view) throw forbidden();
  const next = nextWaveOf(view.waves, view.asOf);
  const ready = next?.services.filter(({ verdict }) => verdict === 'klar').length ?? 0;
  const [own] = [...view.waves.flatMap(({ services }) => services), ...view.others];
  const title = view.whole
    ? next
      ? t('title', { ready, count: next.services.length, wave: next.name })
      : t(view.waves.length > 0 ? 'title-done' : 'title-none')
    : own
      ? t('title-own', { name: own.name, step: t(`step.${own.step}`).toLowerCase() })
      : t('title-none');
  const gates = Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]]));
  return data(
    {
      ...{ title, language, day, view, gates, demo: world.demo },
      next: next && { id: next.id, name: next.name, opensOn: next.opensOn },
      noWave: { services: view.others, ...countsOf(view.others) },
      blocking: blockingOf(view.waves, Object.keys(gates)).map((row) => ({ ...row, name: gates[row.key]! })),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export default function Rollout() {
  const { title, language, day, view, gates, demo, next, noWave, blocking } = useLoaderData<typeof loader>();
  const { t } = useTranslation('rollout');
  const { waves } = view;
  return (
    <>
      <DateControl day={day} />
      <RolloutHead {...{ language, title, demo, day: day.asOf, next }} waiting={view.waiting} maySee={view.mayRecord} />
      <section className="space-7" aria-labelledby="board">
        <h2 id="board">
          {t('board.title', { count: waves.length, services: waves.flatMap(({ services }) => services).length })}
        </h2>
        <p>{t('board.what')}</p>
        <WaveBoard language={language} asOf={day.asOf} waves={waves} noWave={noWave} mayOpen={view.mayRecord} />
        {view.mayRecord && (
          <div className="actions only-screen">
            <Link className="text-link" to="/rollout/invitations">
              {t('invitations.go')}
            </Link>
            <Link className="text-link" to="/rollout/waves/new">
              {t('wave.new')}
            </Link>
          </div>
        )}
      </section>
      {view.whole && waves.length > 0 && (
        <section className="space-7" aria-labelledby="blocking">
          <h2 id="blocking">{t('blocking.title')}</h2>
          <p>{t('blocking.what')}</p>
          <BlockingTable waves={waves} rows={blocking} />
        </section>
      )}
      {!view.whole && (
        <section className="space-7" aria-labelledby="own">
          <h2 id="own">{t('own.title')}</h2>
          <WaveServices
            caption={t('own.title')}
            services={[...waves.flatMap(({ services }) => services), ...view.others]}
            gates={gates}
          />
        </section>
      )}
    </>
  );
}
