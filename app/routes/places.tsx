import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { RegionSelect } from '#app/components/base/region-select.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { LibraryTable } from '#app/components/places/library-table.tsx';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { askedPage } from '#app/platform/asked-page.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { listLibraries } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import { listRegions } from '#app/use-cases/places/list-regions.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/places.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-places');
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  const { searchParams } = url;
  const find = (searchParams.get('find') ?? '').trim().slice(0, 100);
  const state = searchParams.get('state') ?? '';
  const region = (searchParams.get('region') ?? '').slice(0, 60);
  const page = askedPage(searchParams);
  const listed = await listLibraries(world, viewer, {
    ...{ find, state, region, page, asOf: day.asOf },
    ...(day.knownOn && { knownOn: day.knownOn }),
  });
  const title = translator({ language }, 'places')('title');
  const shown = {
    title: `${day.ok ? '' : `${translator({ language }, 'common')('form.error')} `}${title}`,
    day,
    language,
    find,
    state,
    region,
    regions: await listRegions(world, listed.asOf),
    ...listed,
  };
  return data(shown, { status: day.ok ? 200 : 400 });
}

export default function Places() {
  const { language, day, find, state, region, regions, states, libraries, count, page, of } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('places');
  return (
    <>
      <DateControl day={day} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className="only-screen">
        <Link className="button button-secondary" to="/places/new">
          {t('open.title')}
        </Link>
      </p>
      <p className="only-screen">
        <Link to="/places/serving">{t('serving.title')}</Link> · <Link to="/places/import">{t('import.title')}</Link>
      </p>
      <Form method="get" className="row row--filters space-6 only-screen">
        <CarriedFields carried={{ asOf: day.asOf, knownOn: day.knownOn }} />
        <Field id="find" prose={false} label={t('find')} defaultValue={find} autoComplete="off" />
        <FilterSelect
          id="state"
          label={t('state.label')}
          all={t('all')}
          options={states.map((each) => [each, t(`state.${each}`)] as const)}
          chosen={state}
        />
        <RegionSelect regions={regions} chosen={region} />
        <button className="button button-secondary" type="submit">
          {t('show')}
        </button>
      </Form>
      <section className="space-6" aria-labelledby="rows">
        <h2 id="rows" className="h3">
          {day.asOf === day.today ? t('rows', { count }) : t('rows-on', { count, day: formatDay(language, day.asOf) })}
        </h2>
        {libraries.length > 0 && <LibraryTable language={language} libraries={libraries} />}
        <Pages page={page} of={of} label={t('pages')} to="rows" />
      </section>
    </>
  );
}
