import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CountedList } from '#app/components/guidance-log/counted-list.tsx';
import { DistanceSection } from '#app/components/guidance-log/distance-section.tsx';
import { LogHead } from '#app/components/guidance-log/log-head.tsx';
import { ReachSection } from '#app/components/guidance-log/reach-section.tsx';
import { TroubleSection } from '#app/components/guidance-log/trouble-section.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { inOrderOf } from '#app/use-cases/guidance/figures/in-order-of.ts';
import { seeGuidanceFigures } from '#app/use-cases/guidance/figures/see-guidance-figures.server.ts';
import { troubleKinds } from '#app/use-cases/guidance/figures/trouble-kinds.ts';
import { worstOf } from '#app/use-cases/guidance/figures/worst-of.ts';
import type { Channel, GuidanceOutcome } from '#curriculum/guidance/note-choices.ts';
import '#app/words/guidance.ts';
import '#app/words/staff.ts';
import '#app/words/surroundings.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-guidance-figures');
  const t = translator({ language }, 'surroundings');
  const day = requireAsOf(world, new URL(request.url));
  const figures = await seeGuidanceFigures(world, viewer, day.asOf, day.knownOn);
  if (!figures) throw forbidden();
  const worst = worstOf(figures.trouble);
  const heading = worst ? t(`log.title.${worst}`) : t(figures.own ? 'log.title.own' : 'log.title.none');
  const { points, trouble, ...rest } = figures;
  return data(
    {
      title: `${day.ok ? '' : `${translator({ language }, 'common')('form.error')} `}${heading}`,
      heading,
      language,
      day,
      ...rest,
      trouble: { ...trouble, rows: inOrderOf(trouble.rows) },
      troubles: troubleKinds(),
      points: { all: points.length, staffed: points.filter(({ staffed }) => staffed).length },
      without: figures.municipalities
        .filter(({ staffedPoints }) => staffedPoints === 0)
        .map(({ key, name }) => ({ code: key, name })),
      solutions: world.topics.solutions.map(({ key, title, owner }) => ({
        key,
        title: title[language],
        owner: owner?.[language] ?? null,
      })),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export default function GuidanceLog() {
  const page = useLoaderData<typeof loader>();
  const { language, day, sessions, trouble, own } = page;
  const { t } = useTranslation('surroundings');
  const { t: guidance } = useTranslation('guidance');
  return (
    <>
      <DateControl day={day} />
      <LogHead
        language={language}
        title={page.heading}
        from={page.from}
        asOf={day.asOf}
        sessions={sessions}
        troubled={trouble.total}
        rightsMissing={trouble.columns['rights-missing'] ?? null}
        outcomes={page.outcomes.map(({ key, sessions: count }) => ({ key: key as GuidanceOutcome, sessions: count }))}
      />
      <TroubleSection
        language={language}
        trouble={trouble}
        troubles={page.troubles}
        solutions={page.solutions}
        own={own}
      />
      <section className="space-7" aria-labelledby="channels">
        <h2 id="channels">{t('log.channels')}</h2>
        <CountedList
          language={language}
          rows={page.channels.map(({ key, sessions: count }) => ({
            key,
            label: key === '' ? t('log.not-asked') : guidance(`channel.${key as Channel}`),
            sessions: count,
          }))}
          of={sessions}
          percent={(percent) => t('log.percent', { percent })}
        />
      </section>
      <DistanceSection
        language={language}
        sessions={sessions}
        distances={page.distances}
        points={page.points}
        without={page.without}
      />
      <ReachSection
        language={language}
        country={page.country}
        regions={page.regions}
        municipalities={page.municipalities}
        own={own}
      />
    </>
  );
}
