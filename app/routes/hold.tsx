import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CourseDays } from '#app/components/hold/course-days.tsx';
import { FindPerson } from '#app/components/hold/find-person.tsx';
import { HoldActions } from '#app/components/hold/hold-actions.tsx';
import { HoldHalts } from '#app/components/hold/hold-halts.tsx';
import { HoldMatrix } from '#app/components/hold/hold-matrix.tsx';
import { SeatRequests } from '#app/components/hold/seat-requests.tsx';
import { PracticeUseTable } from '#app/components/practice/practice-use.tsx';
import { askedPage } from '#app/platform/asked-page.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { addLeader } from '#app/use-cases/holds/add-leader.server.ts';
import { changeSeats } from '#app/use-cases/holds/change-seats.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { haltsOf } from '#app/use-cases/holds/halts-of.ts';
import { pageOfAdvisers } from '#app/use-cases/holds/page-of-advisers.ts';
import { decideRequest, requestDecisions } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { seatsOf } from '#app/use-cases/holds/seats-of.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { countPractice } from '#app/use-cases/practice/count-practice.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/practice.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const seen = await seeHold(world, viewer, params.holdId!);
  if (!seen) throw notFound();
  const { advisers, ...hold } = seen;
  const { searchParams } = new URL(request.url);
  const find = (searchParams.get('find') ?? '').trim().slice(0, 100);
  const { inside, stuck, ...shown } = pageOfAdvisers(advisers, { find, page: askedPage(searchParams) });
  return {
    title: hold.name,
    language,
    hold,
    find,
    shown,
    requests: advisers.filter(({ seat }) => seat === 'asked'),
    stuck: stuck.map(({ email }) => ({ email })),
    inside: inside.map(({ email }) => ({ email })),
    waiting: inside.filter((person) => person.waiting !== null).length,
    halts: haltsOf(hold.steps, advisers),
    practice: await countPractice(world, viewer, { holdId: hold.id, scope: { leaderIds: hold.leaderIds } }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'lead-hold');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const enrolmentId = form.text('enrolment');
  const outcome = await carryOut();
  if (!outcome) return data({ error: t('hold.choose') }, { status: 400 });
  if (outcome.ok) return redirect(`/holds/${params.holdId}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'not-a-leader':
      return refuse('email', t('hold.not-a-leader'));
    case 'not-a-number':
      return refuse('seats', t('holds.issue.seats.not-a-number'));
    case 'seats-taken':
      return refuse('seats', t('hold.seats-taken', { taken: outcome.taken }), 409);
    case 'not-a-course-day': {
      const errors = outcome.issues.map((issue) => ({
        id: issue.field as string,
        message: t(`holds.issue.${issueKey(issue)}`),
      }));
      return data(
        { errors, fields: Object.assign(typed('startsAt', 'place'), { heldOn: form.day('heldOn') }) },
        { status: 400 },
      );
    }
    case 'full':
      return data({ error: t('hold.full') }, { status: 409 });
    default:
      return data(
        { error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id) },
        { status: 409 },
      );
  }

  function typed(...names: string[]) {
    return Object.fromEntries(names.map((name) => [name, form.text(name)]));
  }

  function refuse(id: string, message: string, status = 400) {
    return data({ errors: [{ id, message }], fields: typed(id) }, { status });
  }

  function carryOut() {
    const holdId = params.holdId!;
    switch (form.text('intent')) {
      case 'add-leader':
        return addLeader(world, viewer, { holdId, email: form.text('email') });
      case 'add-day': {
        const startsAt = form.clock('startsAt') || '09:00';
        return addCourseDay(world, viewer, {
          holdId,
          heldOn: form.day('heldOn'),
          startsAt,
          place: form.text('place'),
        });
      }
      case 'change-seats':
        return changeSeats(world, viewer, { holdId, seats: seatsOf(form.text('seats')) });
    }
    const decision = requestDecisions.find((each) => each === form.text('decision'));
    return decision ? decideRequest(world, viewer, { enrolmentId, decision }) : undefined;
  }
}

export default function Hold() {
  const { hold, find, shown, requests, stuck, inside, waiting, halts, practice, language } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const refused = sent && 'errors' in sent ? sent : undefined;
  const errorOf = (id: string) => refused?.errors.find((error) => error.id === id)?.message;
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const toNote = hold.days.find(({ awaited }) => awaited > 0)?.id;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/holds', text: common('menu.holds') }]}
        here={hold.name}
      />
      <h1>{hold.name}</h1>
      <p className="lead">
        {stuck.length > 0
          ? t('hold.stuck', { count: stuck.length, of: hold.taken })
          : t('hold.none-stuck', { of: hold.taken, seats: hold.seats })}
        {waiting > 0 && ` ${t('hold.wait-for-you', { count: waiting })}`}
      </p>
      <p className="muted">
        {hold.course[language]}, {hold.edition} · {formatDay(language, hold.startsOn)} –{' '}
        {formatDay(language, hold.endsOn)}
      </p>
      <HoldActions hold={hold} stuck={stuck} inside={inside} toNote={toNote} />
      {sent && 'error' in sent && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary title={common('form.summary')} errors={refused?.errors ?? []} />
      {requests.length > 0 && <SeatRequests requests={requests} isFull={hold.taken >= hold.seats} />}
      <HoldMatrix
        hold={hold}
        advisers={shown.rows}
        find={
          shown.of > 1 || find !== '' ? (
            <FindPerson find={find} found={shown.found} all={`/holds/${hold.id}#matrix`} />
          ) : null
        }
        language={language}
      />
      <Pages page={shown.page} of={shown.of} label={t('hold.pages')} to="matrix" />
      <HoldHalts halts={halts} titleOf={(id) => hold.steps.find((step) => step.id === id)?.title[language] ?? id} />
      {practice && <PracticeUseTable use={practice} of={hold.taken} />}
      <details className="disclosure space-7" open={refused !== undefined && 'email' in refused.fields}>
        <summary>{t('hold.leaders', { names: formatList(language, hold.leaders) })}</summary>
        <Form method="post" className="row" noValidate>
          <Field
            id="email"
            type="email"
            prose
            className="input-width-l"
            label={t('hold.leader-email')}
            error={errorOf('email')}
            defaultValue={refused?.fields.email ?? ''}
          />
          <button className="button button-secondary" name="intent" value="add-leader" type="submit">
            {t('hold.add-leader')}
          </button>
        </Form>
      </details>
      {hold.steps.some(({ kind }) => kind === 'day') && (
        <CourseDays hold={hold} language={language} refused={refused} />
      )}
      <details className="disclosure space-7" open={refused !== undefined && 'seats' in refused.fields}>
        <summary>{t('hold.seats', { taken: hold.taken, seats: hold.seats })}</summary>
        <Form method="post" className="row" noValidate>
          <Field
            id="seats"
            inputMode="numeric"
            className="input-width-xs"
            label={t('hold.seats-field')}
            error={errorOf('seats')}
            defaultValue={refused?.fields.seats ?? String(hold.seats)}
          />
          <button className="button button-secondary" name="intent" value="change-seats" type="submit">
            {t('hold.change-seats')}
          </button>
        </Form>
      </details>
    </>
  );
}
