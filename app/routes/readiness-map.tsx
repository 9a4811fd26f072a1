import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { HatchPatterns } from '#app/components/base/status-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { LayerTabs } from '#app/components/readiness/map/layer-tabs.tsx';
import { MapBoard } from '#app/components/readiness/map/map-board.tsx';
import { MapFilterForm } from '#app/components/readiness/map/map-filter-form.tsx';
import { PlacesByClass } from '#app/components/readiness/map/places-by-class.tsx';
import { RegionsTable } from '#app/components/readiness/map/regions-table.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { mapPage } from '#app/server/map-page.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { chancesAtHand } from '#app/use-cases/readiness/views/chances-at-hand.server.ts';
import { seeMap } from '#app/use-cases/readiness/views/see-map.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';
import '#app/words/views.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 60);
  const days = { asOf: day.asOf, knownOn: day.knownOn };
  const [map, chances] = await Promise.all([
    seeMap(world, viewer, { ...days, layer: asked('layer'), region: asked('region') }),
    chancesAtHand(world, viewer, days),
  ]);
  if (!map) throw forbidden();
  const page = mapPage(world, language, map, { place: asked('place'), chances });
  const error = day.ok ? '' : `${translator({ language }, 'common')('form.error')} `;
  return data(
    { ...page, title: `${error}${page.heading}`, language, day, demo: world.demo },
    { status: day.ok ? 200 : 400 },
  );
}

export default function ReadinessMap() {
  const page = useLoaderData<typeof loader>();
  const { language, day, layer, region, chosen, classes } = page;
  const { t } = useTranslation('views');
  const days = { asOf: day.asOf === day.today ? undefined : day.asOf, knownOn: day.knownOn };
  const carried = { ...days, layer, region, place: chosen };
  const file = (ending: string, more = {}) =>
    agencyLink(`/readiness/map.${ending}`, { ...days, layer, region, ...more });
  const inTable = (key: string) => agencyLink('/readiness', { ...days, region, layer, class: key }, 'table');
  return (
    <>
      <DateControl day={day} />
      <p className="overline space-6">
        {t('map.overline', { day: formatDay(language, day.asOf), today: formatDay(language, day.today) })}
      </p>
      <h1>{page.heading}</h1>
      <p className="lead">
        {page.lead} {page.demo && <span className="tag">{t('demo')}</span>}
      </p>
      <LayerTabs layers={page.layers} layer={layer} carried={carried} />
      <MapFilterForm
        carried={carried}
        regions={page.regions.map((each) => [each.key, each.label] as const)}
        region={region}
        places={page.places.map(({ code, name }) => [code, name] as const)}
        place={chosen}
      />
      <MapBoard
        picture={{ ...page.picture, src: file('svg'), alt: `${page.heading}. ${t('map.alt')}` }}
        attribution={page.attribution}
        classes={classes.map((each) => ({ ...each, to: inTable(each.key) }))}
        places={page.places}
        enlarged={page.enlarged}
        chosen={chosen}
        chanceLabel={page.chanceLabel}
        linkTo={(code) => agencyLink('', { ...carried, place: code }, 'chosen')}
      />
      <section className="space-7" aria-labelledby="regions">
        <h2 id="regions">{t('regions.title')}</h2>
        <RegionsTable classes={classes} rows={page.byRegion} all={page.all} />
        <PlacesByClass classes={classes} places={page.places} />
        <div className="actions only-screen">
          <a className="button button-secondary" href={file('svg', { sheet: '1' })}>
            {t('map.svg')}
          </a>
          <a className="text-link" href={file('png')}>
            {t('map.png')}
          </a>
          <a className="text-link" href={file('csv')}>
            {t('map.csv')}
          </a>
          <Link className="text-link" to={agencyLink('/readiness/compare', { to: days.asOf, knownOn: day.knownOn })}>
            {t('figures.compare')}
          </Link>
          <Link className="text-link" to={agencyLink('/readiness', { ...days, region }, 'table')}>
            {t('map.as-table')}
          </Link>
        </div>
      </section>
      <HatchPatterns />
    </>
  );
}
