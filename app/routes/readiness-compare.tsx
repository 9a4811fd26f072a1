import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { DateField } from '#app/components/base/date-field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import { FigureTable } from '#app/components/readiness/charts/figure-table.tsx';
import { Changes } from '#app/components/readiness/compare/changes.tsx';
import { TwoMaps } from '#app/components/readiness/compare/two-maps.tsx';
import { mapAttribution, mapBox } from '#app/components/readiness/map/outlines.server.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireDays } from '#app/platform/typed-day.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { daysCompared } from '#app/use-cases/readiness/views/days-compared.ts';
import { seeComparison } from '#app/use-cases/readiness/views/see-comparison.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';
import '#app/words/views.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'views');
  const url = new URL(request.url);
  requireDays(url, ['from', 'to']);
  const day = asOfFrom(world, url);
  const typed = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 20);
  const { from, to } = daysCompared({ from: typed('from'), to: typed('to') || day.asOf });
  const outcome = await seeComparison(world, viewer, { from, to, knownOn: day.knownOn });
  if (!outcome.ok && outcome.reason === 'forbidden') throw forbidden();
  const comparison = outcome.ok ? outcome.comparison : null;
  const heading = comparison
    ? t('compare.title', {
        count: comparison.changes.totals.up,
        from: formatDay(language, from),
        to: formatDay(language, to),
      })
    : t('compare.none');
  const error = outcome.ok ? '' : `${translator({ language }, 'common')('form.error')} `;
  return data(
    {
      ...{ title: `${error}${heading}`, heading, language, from, to, knownOn: day.knownOn, comparison },
      wrong: outcome.ok
        ? undefined
        : outcome.reason === 'not-before'
          ? ('not-before' as const)
          : ('not-a-day' as const),
      gates: Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]])),
      attribution: mapAttribution,
      height: Math.round((1_000 * mapBox[3]) / mapBox[2]),
    },
    { status: outcome.ok ? 200 : 400 },
  );
}

const shown = 12;

export default function ReadinessCompare() {
  const page = useLoaderData<typeof loader>();
  const { language, from, to, knownOn, comparison, wrong, gates } = page;
  const { t } = useTranslation('views');
  const { t: agency } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const days = { asOf: to, knownOn };
  const linkTo = (code: string) => agencyLink(`/municipalities/${code}`, days);
  const name = (text: string) => formatDay(language, text);
  const picture = (asOf: string, mark?: string) => agencyLink('/readiness/map.svg', { asOf, knownOn, mark });
  const mark = comparison?.changes.rows.map(({ code }) => code).join('.');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/readiness/map', days), text: common('menu.map') }]}
        here={t('compare.here')}
      />
      <h1>{page.heading}</h1>
      <Form method="get" className="row only-screen space-5" key={`${from} ${to}`} noValidate>
        <CarriedFields carried={{ knownOn }} />
        <DateField id="from" label={t('compare.from')} error={wrong && t(`compare.${wrong}`)} defaultValue={from} />
        <DateField id="to" label={t('compare.to')} defaultValue={to} />
        <button className="button button-secondary" type="submit">
          {t('compare.do')}
        </button>
      </Form>
      {knownOn && <p>{agency('date.as-known', { day: name(knownOn) })}</p>}
      {comparison && (
        <>
          <TwoMaps
            attribution={page.attribution}
            height={page.height}
            maps={[
              {
                day: name(from),
                src: picture(from),
                alt: t('compare.alt', { day: name(from), count: comparison.before.ready, of: comparison.of }),
                caption: t('compare.before', { count: comparison.before.ready }),
              },
              {
                day: name(to),
                src: picture(to, mark),
                alt: t('compare.alt', { day: name(to), count: comparison.after.ready, of: comparison.of }),
                caption: t('compare.after', { count: comparison.after.ready }),
              },
            ]}
          />
          <div className="columns space-6">
            <section aria-labelledby="counts">
              <h2 id="counts">{t('compare.counts')}</h2>
              <FigureTable
                caption={t('compare.counts')}
                head={[agency('column.verdict'), name(from), name(to), t('compare.difference')]}
                rows={comparison.counts.map(([each, was, is]) => {
                  return {
                    key: each,
                    cells: [
                      t(`class.readiness.${each}`),
                      was,
                      is,
                      `${is > was ? '+' : is < was ? '−' : ''}${Math.abs(is - was)}`,
                    ],
                  };
                })}
              />
            </section>
            <section aria-labelledby="changed">
              <h2 id="changed">{t('compare.changed')}</h2>
              <p>
                {agency('changed.sum', {
                  count: comparison.changes.rows.length,
                  same: comparison.changes.totals.same,
                })}{' '}
                {comparison.changes.rows.length > 0 && agency('changed.ways', comparison.changes.totals)}
              </p>
              <Changes changes={comparison.changes.rows.slice(0, shown)} gates={gates} linkTo={linkTo} />
              {comparison.changes.rows.length > shown && (
                <details className="disclosure">
                  <summary>{agency('changed.more', { count: comparison.changes.rows.length - shown })}</summary>
                  <Changes changes={comparison.changes.rows.slice(shown)} gates={gates} linkTo={linkTo} />
                </details>
              )}
              <p className="only-screen">
                <a
                  className="text-link"
                  href={agencyLink('/readiness/questions/compare/table.csv', { ...days, since: from })}
                >
                  {agency('changed.csv')}
                </a>
              </p>
            </section>
          </div>
        </>
      )}
    </>
  );
}
