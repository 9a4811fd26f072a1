import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { PracticeUseTable } from '#app/components/practice/practice-use.tsx';
import { BarChart, BarPatterns } from '#app/components/readiness/charts/bar-chart.tsx';
import { BarKey } from '#app/components/readiness/charts/bar-key.tsx';
import { FigureTable } from '#app/components/readiness/charts/figure-table.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { figuresPage } from '#app/server/figures-page.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { countPractice } from '#app/use-cases/practice/count-practice.server.ts';
import { seeFigures } from '#app/use-cases/readiness/views/see-figures.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/practice.ts';
import '#app/words/staff.ts';
import '#app/words/views.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'views');
  const day = requireAsOf(world, new URL(request.url));
  const seen = await seeFigures(world, viewer, { asOf: day.asOf, knownOn: day.knownOn });
  if (!seen) throw forbidden();
  const page = figuresPage(language, seen);
  const { certificates, papers } = page.expiry;
  const heading = t('figures.title', { certificates, papers });
  const error = day.ok ? '' : `${translator({ language }, 'common')('form.error')} `;
  return data(
    {
      ...page,
      practice: await countPractice(world, viewer),
      title: `${error}${heading}`,
      heading,
      language,
      day,
      demo: world.demo,
    },
    { status: day.ok ? 200 : 400 },
  );
}

/** A month in which nothing ends leads nowhere. */
const MonthLink = ({ name, to }: { name: string; to: string }) => (to === '' ? name : <Link to={to}>{name}</Link>);

export default function ReadinessFigures() {
  const { heading, language, day, demo, expiry, funnel, capacity, pilots, practice, of } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('views');
  const days = { asOf: day.asOf === day.today ? undefined : day.asOf, knownOn: day.knownOn };
  const inMonth = (month: string) => agencyLink('/readiness/questions/expiring', { ...days, month });
  return (
    <>
      <DateControl day={day} />
      <p className="overline space-6">
        {t('figures.overline', { day: formatDay(language, day.asOf), today: formatDay(language, day.today) })}
      </p>
      <h1>{heading}</h1>
      <p className="lead">{demo && <span className="tag">{t('demo')}</span>}</p>
      <section className="space-6" aria-labelledby="expiry">
        <h2 id="expiry">{t('expiry.title')}</h2>
        <p>{t('expiry.lead')}</p>
        <BarKey
          parts={[
            ['dark', t('expiry.certificates')],
            ['lines', t('expiry.papers')],
          ]}
        />
        <BarChart id="expiry-chart" view={expiry.view} title={t('expiry.title')} finding={heading} />
        <FigureTable
          caption={t('expiry.caption')}
          head={[t('expiry.month'), t('expiry.certificates'), t('expiry.papers'), t('expiry.places')]}
          lastIsText
          rows={expiry.rows.map(({ month, name, certificates, papers, places }) => ({
            key: month,
            cells: [
              <MonthLink key="month" name={name} to={places.length === 0 ? '' : inMonth(month)} />,
              certificates,
              papers,
              places.length === 0
                ? '–'
                : `${places.slice(0, 4).join(', ')}${places.length > 4 ? ` ${t('expiry.more', { count: places.length - 4 })}` : ''}`,
            ],
          }))}
        />
      </section>
      <section className="space-7" aria-labelledby="funnel">
        <h2 id="funnel">{t('funnel.title')}</h2>
        <p>
          {t('funnel.lead', { count: of })} {t('funnel.none', { count: funnel.none })}{' '}
          {funnel.paused > 0 && t('funnel.paused', { count: funnel.paused })}
        </p>
        <BarChart id="funnel-chart" view={funnel.view} title={t('funnel.title')} finding={t('figures.table')} />
        <FigureTable
          caption={t('funnel.title')}
          head={[t('funnel.column'), t('funnel.count'), t('funnel.share')]}
          rows={funnel.rows}
        />
      </section>
      <section className="space-7" aria-labelledby="capacity">
        <h2 id="capacity">{t('capacity.title')}</h2>
        <p>
          {t('capacity.lead', { missing: capacity.missing, free: capacity.free })}{' '}
          {capacity.unknown > 0 && t('capacity.unknown', { count: capacity.unknown })} {t('capacity.how')}
        </p>
        <BarKey
          parts={[
            ['dark', t('capacity.training')],
            ['soft', t('capacity.seats')],
            ['dots', t('capacity.open')],
          ]}
        />
        <BarChart id="capacity-chart" view={capacity.view} title={t('capacity.title')} finding={t('figures.table')} />
        <FigureTable
          caption={t('capacity.title')}
          head={[
            t('column.region'),
            t('capacity.missing'),
            t('capacity.training'),
            t('capacity.free'),
            t('capacity.open'),
          ]}
          rows={capacity.rows}
        />
      </section>
      {pilots.count > 0 && pilots.count < of && (
        <section className="space-7" aria-labelledby="pilots">
          <h2 id="pilots">{t('pilots.title')}</h2>
          <p>
            {t('pilots.lead', { count: pilots.count })}{' '}
            <Link to={agencyLink('/readiness', { ...days, pilots: '1' }, 'table')}>{t('pilots.see')}</Link>
          </p>
          <BarChart id="pilots-chart" view={pilots.view} title={t('pilots.title')} finding={t('figures.table')} />
          <FigureTable
            caption={t('pilots.title')}
            head={[t('pilots.column'), t('pilots.pilot'), t('pilots.others')]}
            rows={pilots.rows}
          />
        </section>
      )}
      <p className="space-6 only-screen">
        <Link className="text-link" to={agencyLink('/readiness/compare', { to: days.asOf, knownOn: day.knownOn })}>
          {t('figures.compare')}
        </Link>
      </p>
      <BarPatterns />
      {practice && <PracticeUseTable use={practice} />}
    </>
  );
}
