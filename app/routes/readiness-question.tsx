import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Link } from '#app/components/base/link.tsx';
import { RegionSelect } from '#app/components/base/region-select.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { QuestionRows } from '#app/components/readiness/question-rows.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { monthIn } from '#app/platform/month-in.ts';
import { translator } from '#app/platform/translator.server.ts';
import { questionTable, withContacts } from '#app/server/question-table.server.ts';
import { forbidden, notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { contactsByService } from '#app/use-cases/partners/contacts-by-service.server.ts';
import { listRegions } from '#app/use-cases/places/list-regions.server.ts';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { questions } from '#app/use-cases/readiness/questions/answers.ts';
import { earlierDay } from '#app/use-cases/readiness/questions/earlier-day.ts';
import { withinRegion } from '#app/use-cases/readiness/questions/within-region.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const question = questions.find((each) => each === params.question);
  if (!question) throw notFound();
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  const month = monthIn(url);
  const since = earlierDay(url.searchParams.get('since'), day.asOf);
  const [now, before] = await Promise.all([
    readinessOn(world, viewer, day.asOf, day.knownOn),
    question === 'compare' ? readinessOn(world, viewer, since, day.knownOn) : undefined,
  ]);
  if (!now) throw forbidden();
  const region = (url.searchParams.get('region') ?? '').slice(0, 60);
  const within = { region, day: day.asOf };
  const answer = await answerQuestion(world, question, {
    now: await withinRegion(world, now, within),
    before: before && (await withinRegion(world, before, within)),
    month,
  });
  const contacts = answer.verb === 'shortage' ? await contactsByService(world, viewer) : undefined;
  const plain = questionTable(world, language, answer);
  const table = answer.verb === 'shortage' && contacts ? withContacts(language, plain, answer.rows, contacts) : plain;
  const error = `${translator({ language }, 'common')('form.error')} `;
  return data(
    {
      ...table,
      writes: contacts !== undefined,
      title: `${day.ok ? '' : error}${table.title}`,
      heading: table.title,
      question,
      day,
      since,
      month,
      region,
      regions: await listRegions(world, day.asOf),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export default function ReadinessQuestion() {
  const { question, day, since, month, region, regions, heading, lead, caption, none, head, rows, beside, writes } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const carried = { asOf: day.asOf, knownOn: day.knownOn, region, ...(question === 'compare' && { since }), month };
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: agencyLink('/readiness', { asOf: day.asOf, knownOn: day.knownOn }), text: common('menu.overview') },
        ]}
        here={t(`question.${question}.short`)}
      />
      <DateControl day={day} />
      <h1 className="space-6">{heading}</h1>
      <p className="lead">{lead}</p>
      {regions.length > 0 && (
        <form method="get" className="row only-screen" key={region}>
          <CarriedFields carried={{ ...carried, region: undefined }} />
          <RegionSelect regions={regions} chosen={region} />
          <button className="button button-secondary" type="submit">
            {common('region.show')}
          </button>
        </form>
      )}
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          <QuestionRows caption={caption} head={head} rows={rows} />
          <p className="only-screen">
            <a className="text-link" href={agencyLink(`/readiness/questions/${question}/table.csv`, carried)}>
              {t('readiness.csv')}
            </a>
          </p>
        </>
      )}
      {writes && rows.length > 0 && (
        <div className="actions only-screen">
          <Link className="button button-secondary" to="/partners/network">
            {t('question.shortage.write')}
          </Link>
        </div>
      )}
      {beside && beside.rows.length > 0 && (
        <section className="space-7" aria-labelledby="beside">
          <h2 id="beside">{beside.title}</h2>
          <QuestionRows caption={beside.title} head={beside.head} rows={beside.rows} />
        </section>
      )}
    </>
  );
}
