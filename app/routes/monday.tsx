import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { HatchPatterns } from '#app/components/base/status-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ChangedList } from '#app/components/readiness/monday/changed-list.tsx';
import { CountryHead } from '#app/components/readiness/monday/country-head.tsx';
import { ElevenQuestions } from '#app/components/readiness/monday/eleven-questions.tsx';
import { FirstToday } from '#app/components/readiness/monday/first-today.tsx';
import { HowWeCount } from '#app/components/readiness/monday/how-we-count.tsx';
import { MunicipalitySquares } from '#app/components/readiness/monday/municipality-squares.tsx';
import { OverridesPart } from '#app/components/readiness/monday/overrides-part.tsx';
import { OwnPlaces } from '#app/components/readiness/monday/own-places.tsx';
import { RolloutDateForm } from '#app/components/readiness/monday/rollout-date-form.tsx';
import { TodayLine } from '#app/components/readiness/monday/today-line.tsx';
import { TrendPart } from '#app/components/readiness/monday/trend-part.tsx';
import { trendView } from '#app/components/readiness/monday/trend-view.server.ts';
import { UrgentList } from '#app/components/readiness/monday/urgent-list.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { targetOf } from '#app/use-cases/readiness/forecast/usual-day-of.ts';
import { countingRules } from '#app/use-cases/readiness/monday/counting-rules.ts';
import { seeMonday } from '#app/use-cases/readiness/monday/see-monday.server.ts';
import { seeOwnMonday } from '#app/use-cases/readiness/monday/see-own-monday.server.ts';
import { setRolloutDate } from '#app/use-cases/readiness/monday/set-rollout-date.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/monday.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'monday');
  const asked = new URL(request.url).searchParams.get('day') ?? '';
  const page = {
    ...{ language, demo: world.demo, operationId: world.newId(), seesPolicy: may(viewer, 'preview-policy') },
  };
  const country = await seeMonday(world, viewer);
  if (country) {
    const said = { ready: country.parts.ready, count: country.of, day: formatDay(language, country.day) };
    const title = t(country.day === country.today ? 'title-today' : 'title', said);
    const { trend: _, forecast, ...monday } = country;
    const end = forecast?.dates.at(-1);
    return {
      ...page,
      title,
      country: {
        ...monday,
        chosen: country.shortcuts.find(({ day }) => day === asked)?.day,
        view: trendView(country),
        forecast: forecast && end ? { ...forecast, middle: end.middle, dates: undefined } : null,
        mayForecast: may(viewer, 'see-forecast'),
        gates: Object.fromEntries(world.policy.gates.map(({ key, short }) => [key, short[language]])),
      },
      own: null,
      rules: countingRules(world.policy, country.day, language),
      usualTarget: targetOf.usual,
    };
  }
  const own = await seeOwnMonday(world, viewer, { language });
  if (!own) throw forbidden();
  const [first] = own.services;
  const name = own.services.flatMap(({ places }) => places.map((each) => each.name)).join(', ');
  const verdict = own.services.find((each) => each.verdict !== 'klar')?.verdict ?? first?.verdict ?? 'uafklaret';
  const title = t(`own.title.${verdict}`, { name, day: formatDay(language, own.day) });
  const rules = countingRules(world.policy, own.day, language);
  return { ...page, title, country: null, own, rules, usualTarget: targetOf.usual };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'set-rollout-date');
  const t = translator({ language }, 'monday');
  const form = await readForm(request);
  const fields = { day: form.day('day'), target: form.text('target'), note: form.text('note') };
  const outcome = await setRolloutDate(world, viewer, { ...fields, operationId: form.text('operation') });
  if (outcome.ok) return redirect('/monday');
  if (outcome.reason === 'forbidden') throw forbidden();
  const errors = outcome.issues.map((issue) => ({
    id: issue.field as string,
    message: t(`date.issue.${issueKey(issue)}`),
  }));
  return data({ fields, errors }, { status: 400 });
}

export default function Monday() {
  const { language, title, demo, operationId, country, own, rules, seesPolicy, usualTarget } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('common');
  const { t: monday } = useTranslation('monday');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={sent?.errors ?? []} />
      {country && (
        <div className="monday">
          <CountryHead
            {...{ language, title, demo }}
            today={country.today}
            week={country.week}
            day={country.day}
            from={country.from}
            setDay={country.set?.day}
            counts={country.parts}
          >
            <FirstToday
              language={language}
              day={country.day}
              marginDays={country.marginDays}
              action={country.urgent[0]}
            />
          </CountryHead>
          {country.maySet && (
            <RolloutDateForm
              key={country.history.length}
              {...{ language, operationId, usualTarget, errorOf }}
              chosen={country.chosen}
              shortcuts={country.shortcuts}
              history={country.history}
              sent={sent?.fields}
            />
          )}
          <MunicipalitySquares counts={country.parts} marginDays={country.marginDays} />
          <div className="columns space-7">
            {country.urgent.length > 1 && (
              <section aria-labelledby="also">
                <h2 id="also">{monday('also')}</h2>
                <UrgentList
                  language={language}
                  day={country.day}
                  marginDays={country.marginDays}
                  actions={country.urgent.slice(1)}
                />
              </section>
            )}
            <ChangedList
              language={language}
              since={country.since}
              readyToday={country.readyToday}
              changes={country.changes}
              gates={country.gates}
            />
          </div>
          <OverridesPart language={language} overrides={country.overrides} />
          <TrendPart
            language={language}
            day={country.day}
            readyToday={country.readyToday}
            readyOnDay={country.parts.ready}
            view={country.view}
            forecast={country.forecast}
            mayForecast={country.mayForecast}
          />
          <ElevenQuestions language={language} monday={country} totals={country.changes.totals} />
          <HowWeCount {...{ language, rules, seesPolicy }} day={country.day} />
        </div>
      )}
      {own && (
        <>
          <TodayLine language={language} today={own.today} week={own.week} />
          <h1>{title}</h1>
          <OwnPlaces language={language} day={own.day} free={own.free} services={own.services} />
          <HowWeCount {...{ language, rules, seesPolicy }} day={own.day} />
        </>
      )}
      <HatchPatterns />
    </>
  );
}
