import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateControl } from '../components/date-control.tsx';
import { mapAttribution } from '../components/map/municipality-map.server.ts';
import { Message } from '../components/message.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { asOfFrom } from '../platform/as-of.server.ts';
import { forbidden, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { readinessOn } from '../use-cases/readiness/readiness-on.server.ts';
import {
  filterReport,
  type ReportSort,
  readinessReport,
  sorts,
} from '../use-cases/readiness/readiness-report.server.ts';
import { formatDay } from '../words/format.ts';
import '../words/staff.ts';

export const meta = pageMeta;

const classes = ['klar', 'bemandet', 'under-uddannelse', 'ikke-i-gang', 'uafklaret'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const url = new URL(request.url);
  const day = asOfFrom(world, url);
  const readiness = await readinessOn(world, viewer, day.asOf);
  if (!readiness) throw forbidden();
  const report = readinessReport(readiness);
  const wanted = {
    find: url.searchParams.get('find') ?? '',
    verdict: url.searchParams.get('verdict') ?? '',
    sort: (sorts.find((each) => each === url.searchParams.get('sort')) ?? 'name') as ReportSort,
  };
  const all = report.municipalities;
  const counts = Object.fromEntries(
    classes.map((each) => [each, all.filter(({ mapClass }) => mapClass === each).length]),
  );
  const rows = filterReport(all, wanted).map(({ gates, ...row }) => ({
    ...row,
    lacks: gates
      .filter(({ value }) => value !== 'opfyldt' && value !== 'ikke-relevant')
      .map(({ key, value }) => ({ key, value })),
  }));
  const ready = all.filter(({ verdict }) => verdict === 'klar').length;
  const certified = readiness.services.reduce((sum, { staffing }) => sum + staffing.certified, 0);
  const missing = readiness.services.reduce(
    (sum, { staffing }) => sum + Math.max(0, staffing.required - staffing.countedForGate),
    0,
  );
  return data(
    {
      title: t('readiness.title', { ready, of: all.length, day: formatDay(language, day.asOf) }),
      language,
      day,
      ready,
      of: all.length,
      counts,
      rows,
      wanted,
      certified,
      missing,
      policyVersion: report.policyVersion,
      attribution: mapAttribution,
      gates: Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]])),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export default function Readiness() {
  const page = useLoaderData<typeof loader>();
  const { language, day, ready, of, counts, rows, wanted, certified, missing, gates } = page;
  const { t } = useTranslation('agency');
  const [search] = useSearchParams();
  const withSort = (sort: string) => `?${new URLSearchParams({ ...Object.fromEntries(search), sort })}#table`;
  const future = day.asOf > day.today;
  return (
    <>
      <DateControl day={day} shortcuts={[{ to: '?', text: t('date.today') }]} />
      {!day.ok && <Message tone="error" lead={t('date.not-a-day')} />}
      <h1 className="rum-6">{t('readiness.title', { ready, of, day: formatDay(language, day.asOf) })}</h1>
      <p className="stor">
        {t('readiness.lead', { certified, missing })} {future && <b>{t('date.future')}</b>}
      </p>
      <section className="rum-7 side" aria-labelledby="map-title">
        <div>
          <h2 id="map-title">{t('readiness.map')}</h2>
          <figure className="figur">
            <img
              src={`/readiness/map.svg?asOf=${day.asOf}`}
              alt={t('readiness.map-alt', { ready, of })}
              width="1000"
              height="1182"
              loading="lazy"
            />
            <figcaption>
              {t('readiness.map-caption')} <span lang="da">{page.attribution}</span>
            </figcaption>
          </figure>
        </div>
        <div className="klaeb">
          <ul className="signatur" aria-label={t('readiness.legend')}>
            {classes.map((each) => (
              <li key={each}>
                <Swatch mapClass={each} />
                <b>{counts[each]}</b>
                <span>
                  {t(`class.${each}`)}
                  <small className="lille">{t(`class-text.${each}`)}</small>
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a className="tekstlink" href={`/readiness/table.csv?asOf=${day.asOf}`}>
              {t('readiness.csv')}
            </a>
          </p>
          <p className="dus lille">{t('readiness.policy', { version: page.policyVersion })}</p>
        </div>
      </section>
      <section className="rum-7" aria-labelledby="table">
        <h2 id="table">{t('readiness.table')}</h2>
        <form method="get" action="#table" className="raekke">
          <input type="hidden" name="asOf" value={day.asOf} />
          <div className="form-group">
            <label className="form-label" htmlFor="find">
              {t('readiness.find')}
            </label>
            <input className="form-input" id="find" name="find" defaultValue={wanted.find} autoComplete="off" />
          </div>
          <div className="form-group">
            <label className="form-label" htmlFor="verdict">
              {t('readiness.verdict')}
            </label>
            <select className="form-select" id="verdict" name="verdict" defaultValue={wanted.verdict}>
              <option value="">{t('readiness.all')}</option>
              {(['klar', 'ikke-klar', 'uafklaret'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(`verdict.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <button className="button button-secondary" type="submit">
            {t('readiness.show')}
          </button>
        </form>
        <p className="dus">{t('readiness.rows', { count: rows.length })}</p>
        <ScrollRegion label={t('readiness.table')}>
          <table className="t">
            <caption className="sr-only">
              {t('readiness.table-caption', { day: formatDay(language, day.asOf) })}
            </caption>
            <thead>
              <tr>
                {(['name', 'verdict', 'staffing', 'score'] as const).map((sort) => (
                  <th
                    scope="col"
                    key={sort}
                    aria-sort={
                      wanted.sort === sort
                        ? sort === 'name' || sort === 'verdict'
                          ? 'ascending'
                          : 'descending'
                        : 'none'
                    }
                  >
                    <Link to={withSort(sort)} preventScrollReset>
                      {t(`column.${sort}`)}
                    </Link>
                  </th>
                ))}
                <th scope="col">{t('column.stage')}</th>
                <th scope="col">{t('column.lacks')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.code} data-code={row.code}>
                  <th scope="row">
                    <Link to={`/municipalities/${row.code}?asOf=${day.asOf}`}>{row.name}</Link>
                    {row.pilot && <span className="maerke">{t('pilot')}</span>}
                  </th>
                  <td>{t(`verdict.${row.verdict}`)}</td>
                  <td className="r">
                    {t('staffing', { counted: row.staffing.countedForGate, required: row.staffing.required })}
                  </td>
                  <td className="r">{row.score}</td>
                  <td>{t(`stage.${row.stage}`)}</td>
                  <td>
                    {row.lacks.length === 0
                      ? '–'
                      : row.lacks
                          .map(
                            ({ key, value }) =>
                              `${gates[key]}${value === 'ukendt' ? ` (${t('gate.ukendt').toLowerCase()})` : ''}`,
                          )
                          .join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
    </>
  );
}

function Swatch({ mapClass }: { mapClass: (typeof classes)[number] }) {
  const fill = {
    klar: '#00505a',
    bemandet: '#4f8f97',
    'under-uddannelse': '#bcd6d8',
    'ikke-i-gang': '#fbfaf6',
    uafklaret: 'url(#skravering)',
  }[mapClass];
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="22" height="22" fill={fill} stroke="#6b6a63" />
      {mapClass === 'ikke-i-gang' && (
        <path d="M7 7h.1M17 7h.1M12 12h.1M7 17h.1M17 17h.1" stroke="#6b6a63" strokeWidth="2.4" strokeLinecap="round" />
      )}
    </svg>
  );
}
