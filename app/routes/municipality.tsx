import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { HatchPatterns } from '#app/components/base/status-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { PlaceEfforts } from '#app/components/partners/place-efforts.tsx';
import { AboutPlace } from '#app/components/readiness/about-place.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { EvidenceForm } from '#app/components/readiness/evidence/evidence-form.tsx';
import { GateList } from '#app/components/readiness/gate-list.tsx';
import { GuidesForm } from '#app/components/readiness/guides-form.tsx';
import { AskedBefore } from '#app/components/readiness/municipality/asked-before.tsx';
import { OverrideInForce } from '#app/components/readiness/municipality/override-in-force.tsx';
import { NotedHistory } from '#app/components/readiness/noted-history.tsx';
import { OtherStaff } from '#app/components/readiness/other-staff.tsx';
import { Points } from '#app/components/readiness/points.tsx';
import { RolloutForm } from '#app/components/readiness/rollout-form.tsx';
import { StaffTable } from '#app/components/readiness/staff-table.tsx';
import { StaffingOverTime } from '#app/components/readiness/staffing-over-time.tsx';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import { requireAsOf } from '#app/platform/as-of.server.ts';
import { askedPage } from '#app/platform/asked-page.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { listEffortsOf } from '#app/use-cases/partners/list-efforts-of.server.ts';
import { setGuidesFrom } from '#app/use-cases/people/set-guides-from.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { recordRollout, rolloutTypes } from '#app/use-cases/rollout/record-rollout.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import { rolloutRefusal } from '#app/words/rollout-refusal.ts';
import '#app/words/papers.ts';
import '#app/words/partners.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

const staffPerPage = 50;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const day = requireAsOf(world, new URL(request.url));
  const seen = await seeMunicipality(world, viewer, {
    code: params.code!,
    asOf: day.asOf,
    knownOn: day.knownOn,
    language,
  });
  if (!seen) throw notFound();
  const { staff: all, ...place } = seen;
  const asked = askedPage(new URL(request.url).searchParams, 'staff');
  const { page, of, limit, offset } = pageOf(asked, all.length, staffPerPage);
  const gates = world.policy.gates.map(({ key, kind, title, short }) => ({
    key,
    kind,
    title: title[language],
    short: short[language],
  }));
  return data(
    {
      title: `${day.ok ? '' : `${translator({ language }, 'common')('form.error')} `}${t(`place.title.${place.verdict}`, { name: place.name })}`,
      language,
      day,
      place,
      staff: { people: all.slice(offset, offset + limit), page, of },
      uncertified: all.filter(({ status }) => status === null).map(({ id, name, library }) => ({ id, name, library })),
      efforts: await listEffortsOf(world, viewer, { serviceId: place.serviceId, asOf: day.asOf }),
      gates,
      scoring: world.policy.scored.map(({ key, title }) => ({ key: key as string, title: title[language] })),
      types: rolloutTypes,
      operationId: world.newId(),
    },
    { status: day.ok ? 200 : 400 },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-evidence');
  const t = translator({ language }, 'agency');
  const form = await readForm(request);
  const fields = Object.fromEntries(
    ['gate', 'value', 'note', 'link', 'type', 'why', 'intent', 'person'].map((name) => [name, form.text(name)]),
  ) as Record<string, string>;
  for (const name of ['observedOn', 'lastDay', 'onDay', 'guidesFrom']) fields[name] = form.day(name);
  const serviceId = form.text('service');
  if (form.text('intent').startsWith('guides')) {
    const from = form.text('intent') === 'guides' ? fields.guidesFrom! : '';
    const outcome =
      from === '' && form.text('intent') === 'guides'
        ? ({ ok: false, reason: 'not-a-day' } as const)
        : await setGuidesFrom(world, viewer, { personId: fields.person!, serviceId, from });
    if (outcome.ok) {
      const { pathname, searchParams } = new URL(request.url);
      return redirect(agencyLink(pathname, carriedIn(searchParams), 'staff'));
    }
    if (outcome.reason === 'not-found') throw notFound();
    const id = outcome.reason === 'certified' || outcome.reason === 'not-here' ? 'person' : 'guidesFrom';
    return data({ fields, errors: [{ id, message: t(`guides.${outcome.reason}`) }] }, { status: 400 });
  }
  if (form.text('intent') === 'rollout') {
    const outcome = await recordRollout(world, viewer, {
      serviceId,
      type: fields.type!,
      onDay: fields.onDay!,
      note: fields.why!,
      operationId: form.text('operation'),
    });
    if (outcome.ok) return redirect(seenOn(request, fields.onDay!));
    if (outcome.reason === 'not-found') throw notFound();
    if (outcome.reason === 'forbidden') throw forbidden();
    switch (outcome.reason) {
      case 'not-a-day':
      case 'no-type':
      case 'note-missing': {
        const field = { 'not-a-day': 'onDay', 'no-type': 'type', 'note-missing': 'why' }[outcome.reason];
        return data({ fields, errors: [{ id: field, message: t(`rollout.${outcome.reason}`) }] }, { status: 400 });
      }
      default: {
        const gates = new Map(world.policy.gates.map(({ key, short }) => [key, short[language]]));
        const message = rolloutRefusal(t, language, outcome, gates);
        return data({ fields, errors: [{ id: 'type', message }] }, { status: 409 });
      }
    }
  }
  const outcome = await recordEvidence(world, viewer, {
    serviceId,
    gate: fields.gate!,
    value: fields.value!,
    observedOn: fields.observedOn!,
    lastDay: fields.lastDay!,
    note: fields.note!,
    link: fields.link!,
    files: await Promise.all(
      form.files('document').map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(seenOn(request, fields.observedOn!));
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'forbidden':
    case 'changed-meanwhile':
      throw forbidden();
    case 'not-evidence':
      return data(
        {
          fields,
          errors: outcome.issues.map((issue) => ({
            id: issue.field as string,
            message: t(`evidence.issue.${issueKey(issue)}`),
          })),
        },
        { status: 400 },
      );
  }
}

/** Returns to the day the page showed, or to today if that day is earlier than the day of what was noted. */
function seenOn(request: Request, noted: string): string {
  const { pathname, searchParams } = new URL(request.url);
  const { asOf } = carriedIn(searchParams);
  // What is noted now was not known on an earlier day.
  return agencyLink(pathname, { asOf: asOf && asOf >= noted ? asOf : undefined, knownOn: undefined }, 'history');
}

export default function Municipality() {
  const { language, day, place, staff, uncertified, efforts, gates, scoring, types, operationId } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const shorts = new Map(gates.map(({ key, short }) => [key, short]));
  const future = day.asOf > day.today;
  const named = (value: string) =>
    place.gates.flatMap((gate) => (gate.value === value ? [shorts.get(gate.key)] : [])).join(', ');
  const met = place.gates.filter(({ value }) => value === 'opfyldt').length;
  const [search] = useSearchParams();
  const chosen = search.get('gate') ?? '';
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: agencyLink('/readiness', { asOf: day.asOf, knownOn: day.knownOn }), text: common('menu.overview') },
        ]}
        here={place.name}
      />
      <DateControl day={day} />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <div className="columns space-6">
        <div>
          <p className="overline">
            {t(future ? 'date.forecast' : 'place.as-of', { day: formatDay(language, day.asOf) })}
          </p>
          <h1>{t(`place.title.${place.verdict}`, { name: place.name })}</h1>
          <p className="lead">
            {t('place.lead', { met, of: place.gates.length })}
            {(['ikke-opfyldt', 'ukendt'] as const).map(
              (value) => named(value) && ` ${t(`gate.${value}`)}: ${named(value)}.`,
            )}{' '}
            {future && <b>{t('ahead.how')}</b>}{' '}
            {place.strict && place.strict !== place.verdict && t(`ahead.strict.${place.strict}`)}
          </p>
          {place.mayRecord && (
            <div className="actions">
              <a className="button button-secondary" href="#record">
                {t('evidence.title')}
              </a>
            </div>
          )}
        </div>
        <AboutPlace language={language} place={place} />
      </div>
      <OverrideInForce language={language} place={place} />
      <GateList language={language} day={day} gates={gates} place={place} />
      <AskedBefore language={language} place={place} gates={shorts} />
      <Points place={place} scoring={scoring} />
      <StaffingOverTime
        name={place.name}
        language={language}
        overTime={place.overTime}
        today={day.today}
        asOf={day.asOf}
      />
      <PlaceEfforts language={language} efforts={efforts} />
      <StaffTable language={language} staff={staff.people} mayCorrect={place.mayCorrect} />
      <Pages page={staff.page} of={staff.of} name="staff" label={t('place.staff-pages')} to="staff" />
      {place.mayCorrect && <OtherStaff language={language} others={place.others} />}
      {place.maySetGuides && uncertified.length > 0 && (
        <details className="disclosure space-5 only-screen" open={sent?.fields.intent?.startsWith('guides')}>
          <summary>{t('guides.title')}</summary>
          <GuidesForm
            key={place.history.length}
            serviceId={place.serviceId}
            today={day.today}
            people={uncertified}
            sent={sent?.fields}
            errorOf={errorOf}
          />
        </details>
      )}
      <section className="space-7" aria-labelledby="history">
        <h2 id="history">{t('place.history')}</h2>
        <NotedHistory language={language} noted={place.history} gates={shorts} />
      </section>
      {place.mayRecord && (
        <section className="space-7 only-screen" aria-labelledby="record">
          <h2 id="record">{t('evidence.title')}</h2>
          <EvidenceForm
            key={`${place.history.length} ${chosen}`}
            serviceId={place.serviceId}
            operationId={operationId}
            today={day.today}
            gates={gates.filter(({ kind }) => kind === 'evidence')}
            chosen={chosen}
            sent={sent?.fields}
            errorOf={errorOf}
          />
        </section>
      )}
      {place.mayRollout && (
        <details className="disclosure space-7 only-screen" open={sent?.fields.intent === 'rollout'}>
          <summary>{t('rollout.title')}</summary>
          <RolloutForm
            key={place.history.length}
            serviceId={place.serviceId}
            operationId={operationId}
            today={day.today}
            types={types}
            sent={sent?.fields}
            errorOf={errorOf}
          />
        </details>
      )}
      <HatchPatterns />
    </>
  );
}
