import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HatchPatterns } from '#app/components/base/status-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AreasSection } from '#app/components/obligations/areas-section.tsx';
import { DatesAheadTable } from '#app/components/obligations/dates-ahead-table.tsx';
import { PlanSection } from '#app/components/obligations/plan-section.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeObligations } from '#app/use-cases/obligations/see-obligations.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';
import '#app/words/surroundings.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-obligations');
  const t = translator({ language }, 'surroundings');
  const day = requireAsOf(world, new URL(request.url));
  const seen = await seeObligations(world, viewer, day.asOf, day.knownOn);
  if (!seen) throw forbidden();
  const areas = seen.areas.map(({ title, steps, ...area }) => ({
    ...area,
    title: title[language],
    steps: steps.map((step) => step.title[language]),
  }));
  const areaOf = (wanted: string | null) => areas.find(({ key }) => key === wanted);
  const { next } = seen;
  const nextArea = areaOf(next?.area ?? null);
  const said = next && { day: formatDay(language, next.day), title: shortOf(next.title[language]) };
  const heading = !said
    ? t('obligations.title-none')
    : next.kind === 'start'
      ? t('obligations.title-start', said)
      : t('obligations.title', said);
  return data(
    {
      title: `${day.ok ? '' : `${translator({ language }, 'common')('form.error')} `}${heading}`,
      heading,
      language,
      day,
      until: seen.until,
      nextArea: nextArea && { covered: nextArea.steps.length > 0, untrained: nextArea.untrained.length },
      ahead: seen.ahead.map(({ title, area, audience, ...date }) => ({
        ...date,
        firms: audience === 'firms',
        title: title[language],
        steps: area === null ? null : [...new Set(areaOf(area)?.steps ?? [])],
      })),
      areas,
      municipalities: seen.municipalities,
      individual: seen.individual.map(({ key, title, rule }) => ({
        key,
        title: title[language],
        rule: rule?.[language] ?? '',
      })),
      planned: seen.planned.map(({ key, title, planned, starts, authority, source }) => ({
        key,
        title: title[language],
        planned: planned ?? null,
        starts: starts ?? null,
        authority,
        source,
      })),
    },
    { status: day.ok ? 200 : 400 },
  );
}

/** The title without what stands in brackets after it: the heading needs the name alone. */
const shortOf = (title: string) => title.split(' (')[0]!;

export default function Obligations() {
  const page = useLoaderData<typeof loader>();
  const { language, day, nextArea } = page;
  const { t } = useTranslation('surroundings');
  return (
    <>
      <DateControl day={day} />
      <p className="overline space-6">{t('obligations.overline', { day: formatDay(language, day.asOf) })}</p>
      <h1>{page.heading}</h1>
      {nextArea && (
        <p className="lead">
          {!nextArea.covered
            ? t('obligations.lead-uncovered')
            : nextArea.untrained === 0
              ? t('obligations.lead-all')
              : t('obligations.lead', { count: nextArea.untrained })}
        </p>
      )}
      <DatesAheadTable
        language={language}
        from={day.asOf}
        until={page.until}
        dates={page.ahead}
        individual={page.individual}
      />
      <AreasSection language={language} areas={page.areas} municipalities={page.municipalities} />
      <PlanSection language={language} planned={page.planned} />
      <HatchPatterns />
    </>
  );
}
