import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { HatchPatterns } from '#app/components/base/status-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AxesTable } from '#app/components/readiness/axes-table.tsx';
import { ChangedSince } from '#app/components/readiness/changed-since.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { FallingPapers } from '#app/components/readiness/falling-papers.tsx';
import { KeyFigures } from '#app/components/readiness/key-figures.tsx';
import { MapKey } from '#app/components/readiness/map/map-key.tsx';
import { MapLinks } from '#app/components/readiness/map/map-links.tsx';
import { mapAttribution, mapViewBox } from '#app/components/readiness/map/municipality-map.server.ts';
import { QuestionLinks } from '#app/components/readiness/question-links.tsx';
import { ReadinessFilterForm } from '#app/components/readiness/readiness-filter-form.tsx';
import { ReadinessTable } from '#app/components/readiness/readiness-table.tsx';
import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireDays } from '#app/platform/typed-day.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { countCertificates } from '#app/use-cases/certificates/register/count-certificates.server.ts';
import { changedSince } from '#app/use-cases/readiness/changed-since.server.ts';
import { earlierDaysOf } from '#app/use-cases/readiness/earlier-days-of.ts';
import { axes, filterReport, mapClasses, sorts, verdicts } from '#app/use-cases/readiness/filter-report.ts';
import { type Group, groupOf, groups } from '#app/use-cases/readiness/group-of.ts';
import { isClose } from '#app/use-cases/readiness/is-close.ts';
import { lacksOf } from '#app/use-cases/readiness/lacks-of.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  requireDays(url, ['since'], 'changed');
  const readiness = await readinessOn(world, viewer, day.asOf, day.knownOn);
  if (!readiness) throw forbidden();
  const report = readinessReport(readiness);
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const since = asked('since').slice(0, 10);
  const compared = since && day.ok ? await changedSince(world, viewer, since, readiness) : undefined;
  const ok = day.ok && compared?.ok !== false;
  const wanted = {
    find: asked('find').slice(0, 100),
    verdict: verdicts.find((each) => each === asked('verdict')) ?? ('' as const),
    mapClass: mapClasses.find((each) => each === asked('class')) ?? ('' as const),
    people: axes.find((each) => each === asked('people')) ?? ('' as const),
    papers: axes.find((each) => each === asked('papers')) ?? ('' as const),
    unknownPaper: asked('unknown') === '1',
    pilots: asked('pilots') === '1',
    sort: sorts.find((each) => each === asked('sort')) ?? ('name' as const),
    reversed: asked('order') === 'reversed',
  };
  const all = report.municipalities;
  const counts = Object.fromEntries(
    mapClasses.map((each) => [each, all.filter(({ mapClass }) => mapClass === each).length]),
  );
  const rows = filterReport(all, wanted).map(({ gates, strict: _, falling: __, scoreParts: ___, ...row }) => ({
    ...row,
    lacks: lacksOf({ gates }).map(({ key, value }) => ({ key, value })),
  }));
  const ready = all.filter(({ verdict }) => verdict === 'klar').length;
  const future = day.asOf > day.today;
  const grouped = Object.fromEntries(
    groups.map((group) => [group, all.filter((row) => groupOf(row) === group).length]),
  ) as Record<Group, number>;
  const shorts = new Map(world.policy.gates.map(({ key, short }) => [key, short[language]]));
  const certified = readiness.services.reduce((sum, { staffing }) => sum + staffing.certified, 0);
  const missing = readiness.services.reduce((sum, { staffing }) => sum + (staffing.missing ?? 0), 0);
  return data(
    {
      title: `${ok ? '' : `${translator({ language }, 'common')('form.error')} `}${future ? t('ahead.title', { ...grouped, day: formatDay(language, day.asOf) }) : t('readiness.title', { ready, count: all.length, day: formatDay(language, day.asOf) })}`,
      grouped,
      strictReady: all.filter(({ strict }) => strict?.verdict === 'klar').length,
      falling: all
        .flatMap(({ code, name, falling }) =>
          falling.map(({ gate, lastDay }) => ({ code, name, gate: shorts.get(gate) ?? gate, lastDay })),
        )
        .sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0)),
      language,
      day,
      ready,
      of: all.length,
      classes: mapClasses,
      verdicts,
      counts,
      close: all.filter(isClose).length,
      open: all.filter(({ unknownPapers }) => unknownPapers > 0).length,
      axes,
      standings: all.map(({ people, papers }) => ({ people, papers })),
      rows,
      wanted,
      certified,
      // The register knows today only.
      register: day.asOf === day.today ? await countCertificates(world, viewer) : undefined,
      missing,
      unknown: all.filter(({ staffing }) => staffing.missing === null).length,
      policyVersion: report.policyVersion,
      attribution: mapAttribution,
      viewBox: mapViewBox,
      places: all.map(({ code, name, mapClass }) => ({ code, label: `${name}: ${t(`class.${mapClass}`)}` })),
      since,
      changes: compared?.ok ? compared.answer.rows : undefined,
      ...earlierDaysOf(day.asOf),
      gates: Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]])),
    },
    { status: ok ? 200 : 400 },
  );
}

export default function Readiness() {
  const page = useLoaderData<typeof loader>();
  const { language, day, ready, of, classes, counts, rows, wanted, certified, missing, gates } = page;
  const { t } = useTranslation('agency');
  const days = { asOf: day.asOf, knownOn: day.knownOn };
  const carried = { asOf: day.asOf, knownOn: day.knownOn, since: page.since };
  const only = (narrowed: Carried) => agencyLink('', { ...carried, ...narrowed }, 'table');
  const future = day.asOf > day.today;
  return (
    <>
      <DateControl day={day} />
      <p className="overline space-6">
        {t(future ? 'date.forecast' : 'place.as-of', { day: formatDay(language, day.asOf) })}
      </p>
      <h1>
        {future
          ? t('ahead.title', { ...page.grouped, day: formatDay(language, day.asOf) })
          : t('readiness.title', { ready, count: of, day: formatDay(language, day.asOf) })}
      </h1>
      {!future && <p className="lead">{t('ahead.groups', page.grouped)}</p>}
      <p className="lead">
        {t('readiness.lead', { certified, missing, day: formatDay(language, day.asOf) })}{' '}
        {page.register && page.register.inForce > page.register.counted && (
          <Link to={agencyLink('/certificates', { counts: 'no' }, 'table')}>
            {t('readiness.not-counted', { count: page.register.inForce - page.register.counted })}
          </Link>
        )}{' '}
        {page.register && certified > page.register.counted && t('readiness.twice')} {future && <b>{t('ahead.how')}</b>}
      </p>
      <KeyFigures missing={missing} unknown={page.unknown} close={page.close} open={page.open} linkTo={only} />
      {future && (
        <FallingPapers
          language={language}
          asOf={day.asOf}
          of={of}
          strictReady={page.strictReady}
          papers={page.falling}
        />
      )}
      <section className="space-7" aria-labelledby="axes">
        <h2 id="axes">{t('axes.title')}</h2>
        <AxesTable axes={page.axes} rows={page.standings} only={only} />
      </section>
      <section className="space-7 columns" aria-labelledby="map-title">
        <div>
          <h2 id="map-title">{t('readiness.map')}</h2>
          <figure className="figure">
            <div className="map-frame">
              <img
                src={agencyLink('/readiness/map.svg', days)}
                alt={t('readiness.map-alt', { ready, count: of })}
                width="1000"
                height="1182"
                loading="lazy"
              />
              <MapLinks viewBox={page.viewBox} places={page.places} />
            </div>
            <figcaption>
              {t('readiness.map-caption')} <span lang="da">{page.attribution}</span>
            </figcaption>
          </figure>
        </div>
        <div className="sticky">
          <MapKey classes={classes} counts={counts} linkTo={(each) => only({ class: each })} />
          <p className="only-screen">
            <a className="text-link" href={agencyLink('/readiness/table.csv', days)}>
              {t('readiness.csv')}
            </a>
          </p>
          <p className="muted small only-screen">{t('readiness.csv-zero')}</p>
          <p className="muted small">{t('readiness.policy', { version: page.policyVersion })}</p>
          <ChangedSince
            language={language}
            asOf={day.asOf}
            weekBefore={page.weekBefore}
            monthBefore={page.monthBefore}
            since={page.since}
            changes={page.changes}
            of={of}
            gates={gates}
          />
          <QuestionLinks />
        </div>
      </section>
      <section className="space-7" aria-labelledby="table">
        <h2 id="table">{t('readiness.table')}</h2>
        <ReadinessFilterForm
          carried={carried}
          wanted={wanted}
          verdicts={page.verdicts}
          classes={classes}
          axes={page.axes}
        />
        <p className="muted">
          {t('readiness.rows', { count: rows.length })}
          {rows.length < of && (
            <>
              {' · '}
              <Link to={only({})}>{t('readiness.show-all')}</Link>
            </>
          )}
        </p>
        <ReadinessTable language={language} asOf={day.asOf} rows={rows} wanted={wanted} gates={gates} />
      </section>
      <HatchPatterns />
    </>
  );
}
