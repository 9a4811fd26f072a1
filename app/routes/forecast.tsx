import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { Assumptions } from '#app/components/readiness/forecast/assumptions.tsx';
import { chanceKey } from '#app/components/readiness/forecast/chance-key.ts';
import { ForecastAhead } from '#app/components/readiness/forecast/forecast-ahead.tsx';
import { forecastPage } from '#app/components/readiness/forecast/forecast-page.server.ts';
import { NowAndIf } from '#app/components/readiness/forecast/now-and-if.tsx';
import { Places } from '#app/components/readiness/forecast/places.tsx';
import { Tested } from '#app/components/readiness/forecast/tested.tsx';
import { WhatIfForm } from '#app/components/readiness/forecast/what-if-form.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireDays } from '#app/platform/typed-day.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { askedIn } from '#app/use-cases/readiness/forecast/asked-in.ts';
import { backTest } from '#app/use-cases/readiness/forecast/back-test.server.ts';
import { seeForecast } from '#app/use-cases/readiness/forecast/see-forecast.server.ts';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-forecast');
  const t = translator({ language }, 'forecast');
  const url = new URL(request.url);
  requireDays(url, ['by']);
  const day = requireAsOf(world, url);
  const asked = askedIn(url.searchParams, day, await rolloutDateOn(world.db, day.asOf));
  const { asOf, by, target } = asked.input;
  const answer = await seeForecast(world, viewer, { ...asked.input, withOneMore: true });
  if (!answer) throw forbidden();
  const tested = answer.ok && asked.test ? await backTest(world, viewer, asOf) : undefined;
  const wrong = asked.wrong ?? (answer.ok || answer.reason === 'too-few' ? undefined : answer.reason);
  const chance = answer.ok ? chanceKey(answer.base.reached.at(-1)!) : undefined;
  const heading = chance
    ? t('title', {
        chance: t(`chance.${chance.key}`, { count: chance.count }),
        count: target,
        day: formatDay(language, by),
      })
    : t('few-title');
  return data(
    {
      title: `${wrong ? `${translator({ language }, 'common')('form.error')} ` : ''}${heading}`,
      heading,
      language,
      day,
      demo: world.demo,
      asked,
      wrong,
      completions: !answer.ok && answer.reason === 'too-few' ? answer.completions : null,
      page: forecastPage(world.policy, answer, tested),
    },
    { status: wrong ? 400 : 200 },
  );
}

export default function ForecastOfReadiness() {
  const { heading, language, day, demo, asked, wrong, completions, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation('forecast');
  const { asOf, by, target } = asked.input;
  const carried = { asOf: asked.carried, knownOn: day.knownOn };
  const errors = {
    by:
      wrong === 'not-a-day'
        ? t('error.by-not-a-day')
        : wrong === 'by-too-early' || wrong === 'by-too-late'
          ? t(`error.${wrong}`)
          : undefined,
    target: wrong === 'target' ? t('error.target', { most: 98 }) : undefined,
  };
  return (
    <>
      <DateControl day={day} asksKnown={false} />
      <p className="overline space-6">{t('overline', { day: formatDay(language, asOf) })}</p>
      <h1>{heading}</h1>
      {asked.ahead && <p className="muted">{t('ahead-note')}</p>}
      {wrong === 'no-service' && <Message tone="warning" lead={t('error.no-service')} />}
      {completions !== null && (
        <Message lead={t('few-lead', { count: completions })}>
          <p>
            {t('few-how')} <Link to={agencyLink('/readiness', {})}>{t('few-link')}</Link>
          </p>
        </Message>
      )}
      {page && <ForecastAhead language={language} demo={demo} view={page.ahead} asOf={asOf} by={by} target={target} />}
      <section className={page?.then ? 'space-7' : 'space-7 only-screen'} aria-labelledby="what-if">
        <h2 id="what-if">{t('try.title')}</h2>
        <p>{t('try.lead')}</p>
        <div className="columns">
          <WhatIfForm
            language={language}
            carried={carried}
            by={asked.typedBy}
            target={asked.typedTarget}
            tried={asked.tried}
            now={page?.now}
            places={page?.choices ?? []}
            errors={errors}
          />
          <div>
            {page?.then ? (
              <NowAndIf day={formatDay(language, by)} target={target} now={page.base} then={page.then} />
            ) : (
              <p className="muted">{t('if.none')}</p>
            )}
          </div>
        </div>
      </section>
      {page && <Places language={language} by={by} rows={page.rows} />}
      {page && (
        <section className="space-7" aria-labelledby="rests">
          <h2 id="rests">{t('rests.title')}</h2>
          <Assumptions
            language={language}
            numbers={page.assumptions}
            draws={page.draws}
            seed={asked.input.seed}
            policyVersion={page.policyVersion}
          />
        </section>
      )}
      {page && <Tested language={language} demo={demo} tested={page.tested} kept={asked.kept} />}
    </>
  );
}
