import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AxesTable } from '#app/components/readiness/axes-table.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { WorkLinks } from '#app/components/readiness/evidence/work-links.tsx';
import { FallingPapers } from '#app/components/readiness/falling-papers.tsx';
import { KeyFigures } from '#app/components/readiness/key-figures.tsx';
import { GateMatrix } from '#app/components/readiness/matrix/gate-matrix.tsx';
import { MatrixFilterForm } from '#app/components/readiness/matrix/matrix-filter-form.tsx';
import { Signs } from '#app/components/readiness/matrix/signs.tsx';
import { QuestionLinks } from '#app/components/readiness/question-links.tsx';
import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { matrixPage } from '#app/server/matrix-page.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { countCertificates } from '#app/use-cases/certificates/register/count-certificates.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { chancesAtHand } from '#app/use-cases/readiness/views/chances-at-hand.server.ts';
import { axes } from '#app/use-cases/readiness/views/filter-places.ts';
import { isClose } from '#app/use-cases/readiness/views/is-close.ts';
import { lacksOf } from '#app/use-cases/readiness/views/lacks-of.ts';
import { parsePlaceFilter } from '#app/use-cases/readiness/views/parse-place-filter.ts';
import { seeMatrix } from '#app/use-cases/readiness/views/see-matrix.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/papers.ts';
import '#app/words/staff.ts';
import '#app/words/views.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'views');
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  const wanted = parsePlaceFilter(url.searchParams);
  const asked = { asOf: day.asOf, knownOn: day.knownOn };
  const [seen, chances] = await Promise.all([
    seeMatrix(world, viewer, { ...asked, filter: wanted }),
    chancesAtHand(world, viewer, asked),
  ]);
  if (!seen) throw forbidden();
  const { places } = seen;
  const count = (is: (place: (typeof places)[number]) => boolean) => places.filter(is).length;
  const hasPaper = (value: string) => (place: (typeof places)[number]) =>
    lacksOf(place).some((gate) => gate.kind === 'evidence' && gate.value === value);
  const heading = t('matrix.title', {
    people: count(({ people }) => people === 'ikke-opfyldt'),
    papers: count(hasPaper('ikke-opfyldt')),
  });
  const open = count(hasPaper('ukendt'));
  const shorts = new Map(world.policy.gates.map(({ key, short }) => [key, short[language]]));
  return data(
    {
      ...matrixPage(world, language, seen, chances),
      title: `${day.ok ? '' : `${translator({ language }, 'common')('form.error')} `}${heading}`,
      heading,
      language,
      day,
      wanted,
      demo: world.demo,
      of: places.length,
      close: count(isClose),
      open,
      unknown: count(({ staffing }) => staffing.missing === null),
      missing: seen.missing,
      certified: seen.certified,
      axes,
      standings: places.map(({ people, papers }) => ({ people, papers })),
      // The register knows today only.
      register: day.asOf === day.today && !day.knownOn ? await countCertificates(world, viewer) : undefined,
      strictReady: seen.strictReady,
      falling: seen.falling.map(({ code, name, gate, lastDay }) => ({
        ...{ code, name, lastDay },
        gate: shorts.get(gate) ?? gate,
      })),
      policyVersion: seen.policyVersion,
      mayWork: may(viewer, 'ask-for-evidence'),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export default function Readiness() {
  const page = useLoaderData<typeof loader>();
  const { language, day, wanted, rows, of, certified, missing } = page;
  const { t } = useTranslation('views');
  const { t: agency } = useTranslation('agency');
  const days = { asOf: day.asOf === day.today ? undefined : day.asOf, knownOn: day.knownOn };
  const only = (narrowed: Carried) => agencyLink('', { ...days, ...narrowed }, 'table');
  const future = day.asOf > day.today;
  // What no field of the form asks for stays as it is, and is said in words.
  const beside: Carried = {
    ...{ people: wanted.people, papers: wanted.papers, verdict: wanted.verdict, class: wanted.class },
    ...(wanted.class && { layer: wanted.layer }),
    ...{ unknown: wanted.unknownPaper ? '1' : '', pilots: wanted.pilots ? '1' : '' },
  };
  const asked: Carried = {
    ...{ ...beside, find: wanted.find, region: wanted.region, wave: wanted.wave, gate: wanted.gate, age: wanted.age },
    ...{ short: wanted.short ? '1' : '', sort: wanted.sort === 'name' ? '' : wanted.sort },
  };
  const besides = [
    wanted.people && agency(`people.${wanted.people}`),
    wanted.papers && agency(`papers.${wanted.papers}`),
    wanted.verdict && agency(`verdict.${wanted.verdict}`),
    wanted.class && t(`class.${wanted.layer}.${wanted.class}` as 'class.readiness.klar'),
    wanted.unknownPaper && t('filter.unknown-paper'),
    wanted.pilots && agency('readiness.pilots-only'),
  ].filter(Boolean);
  return (
    <>
      <DateControl day={day} />
      <p className="overline space-6">
        {t('matrix.overline', { count: of, day: formatDay(language, day.asOf), today: formatDay(language, day.today) })}
      </p>
      <h1>{page.heading}</h1>
      <p className="lead">
        {t('matrix.lead', { count: page.open })} {page.demo && <span className="tag">{t('demo')}</span>}
      </p>
      <p>
        {agency('readiness.lead', { certified, missing, day: formatDay(language, day.asOf) })}{' '}
        {page.register && page.register.inForce > page.register.counted && (
          <Link to={agencyLink('/certificates', { counts: 'no' }, 'table')}>
            {agency('readiness.not-counted', { count: page.register.inForce - page.register.counted })}
          </Link>
        )}{' '}
        {page.register && certified > page.register.counted && agency('readiness.twice')}{' '}
        {future && <b>{agency('ahead.how')}</b>}
      </p>
      {future && (
        <FallingPapers
          language={language}
          asOf={day.asOf}
          of={of}
          strictReady={page.strictReady}
          papers={page.falling}
        />
      )}
      <div className="space-6 columns overview-top">
        <section aria-labelledby="axes">
          <h2 id="axes" className="h3">
            {agency('axes.title')}
          </h2>
          <AxesTable axes={page.axes} rows={page.standings} only={only} />
        </section>
        <Signs />
      </div>
      <KeyFigures missing={missing} unknown={page.unknown} close={page.close} open={page.open} linkTo={only} />
      <section className="space-7" aria-labelledby="table">
        <h2 id="table">{t('matrix.all', { count: of })}</h2>
        <MatrixFilterForm carried={{ ...days, ...beside }} wanted={wanted} options={page.options} />
        <p className="muted">
          {[agency('readiness.rows', { count: rows.length }), ...besides].join(', ')}.{' '}
          {rows.length > 0 && t('matrix.how')}
          {rows.length < of && (
            <>
              {' · '}
              <Link to={only({})}>{agency('readiness.show-all')}</Link>
            </>
          )}
        </p>
        {rows.length > 0 && (
          <GateMatrix
            caption={t('matrix.caption', { day: formatDay(language, day.asOf) })}
            columns={page.columns}
            rows={rows}
            bars={page.bars}
            sums={page.sums}
            linkTo={(code) => agencyLink(`/municipalities/${code}`, days)}
          />
        )}
        <div className="actions only-screen">
          <a className="button button-secondary" href={agencyLink('/readiness/table.csv', { ...days, ...asked })}>
            {t('map.csv')}
          </a>
          <Link className="text-link" to={agencyLink('/readiness/map', { ...days, region: wanted.region })}>
            {t('matrix.map')}
          </Link>
        </div>
        <p className="muted small only-screen">{agency('readiness.csv-zero')}</p>
        <p className="muted small">{agency('readiness.policy', { version: page.policyVersion })}</p>
      </section>
      <QuestionLinks />
      {page.mayWork && <WorkLinks />}
    </>
  );
}
