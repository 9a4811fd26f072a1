import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CourseDayActions } from '#app/components/hold/course-day-actions.tsx';
import { CourseDayPeople } from '#app/components/hold/course-day-people.tsx';
import { CourseDayRegrets } from '#app/components/hold/course-day-regrets.tsx';
import { courseDayTitle } from '#app/components/hold/course-day-title.ts';
import { askedPage } from '#app/platform/asked-page.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { correctAttendance } from '#app/use-cases/holds/attendance/correct-attendance.server.ts';
import { attendanceOutcomes, recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { cancelCourseDay } from '#app/use-cases/holds/course-days/cancel-course-day.server.ts';
import { changeCourseDay } from '#app/use-cases/holds/course-days/change-course-day.server.ts';
import { seeCourseDay } from '#app/use-cases/holds/course-days/see-course-day.server.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const { searchParams } = new URL(request.url);
  const view = await seeCourseDay(world, viewer, {
    holdId: params.holdId!,
    courseDayId: params.courseDayId!,
    list: searchParams.get('list'),
    find: (searchParams.get('find') ?? '').trim().slice(0, 100),
    page: askedPage(searchParams),
  });
  if (!view) throw notFound();
  const key = view.day.cancelled === null ? 'hold.day' : 'hold.day-cancelled';
  return {
    title: translator({ language }, 'leader')(key, { day: courseDayTitle(view.day, language) }),
    language,
    view,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'lead-hold');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const day = { holdId: params.holdId!, courseDayId: params.courseDayId! };
  const outcome = await carryOut();
  if (!outcome) return data({ error: t('hold.choose') }, { status: 400 });
  // The list that was open stays open.
  if (outcome.ok) return redirect(new URL(request.url).pathname + new URL(request.url).search);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'not-a-course-day': {
      const errors = outcome.issues.map((issue) => ({
        id: issue.field as string,
        message: t(`holds.issue.${issueKey(issue)}`),
      }));
      const fields = { heldOn: form.day('heldOn'), startsAt: form.text('startsAt'), place: form.text('place') };
      return data({ errors, fields: fields as Record<string, string> }, { status: 400 });
    }
    case 'noted':
    case 'noted-since':
    case 'certificate-issued':
    case 'proof-given':
    case 'day-noted':
      return data({ error: t(noNames[outcome.reason]) }, { status: 409 });
    case 'no-outcome':
      return refuseCorrection('outcome', t('hold.correct-missing'));
    case 'reason-missing':
      if (form.text('intent') === 'correct-attendance')
        return refuseCorrection('reason', t('adviser.issue.reason-missing'));
      return data(
        {
          errors: [{ id: 'reason', message: t('adviser.issue.reason-missing') }],
          fields: { reason: form.text('reason') } as Record<string, string>,
        },
        { status: 400 },
      );
    default:
      return data(
        { error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id) },
        { status: 409 },
      );
  }

  function refuseCorrection(field: 'outcome' | 'reason', message: string) {
    const fields = Object.fromEntries(['attendance', 'outcome', 'reason'].map((name) => [name, form.text(name)]));
    return data({ errors: [{ id: `${field}-${fields.attendance}`, message }], fields }, { status: 400 });
  }

  function carryOut() {
    const reason = form.text('reason');
    switch (form.text('intent')) {
      case 'change-day': {
        const startsAt = form.clock('startsAt') || '09:00';
        return changeCourseDay(world, viewer, {
          ...day,
          heldOn: form.day('heldOn'),
          startsAt,
          place: form.text('place'),
        });
      }
      case 'cancel-day':
        return cancelCourseDay(world, viewer, { ...day, reason });
      case 'correct-attendance': {
        const now = attendanceOutcomes.find((each) => each === form.text('outcome'));
        const correction = { holdId: day.holdId, attendanceId: form.text('attendance'), reason };
        return now
          ? correctAttendance(world, viewer, { ...correction, outcome: now })
          : ({ ok: false, reason: 'no-outcome' } as const);
      }
    }
    const met = attendanceOutcomes.find((each) => each === form.text('attendance'));
    const enrolmentId = form.text('enrolment');
    return met ? recordAttendance(world, viewer, { ...day, enrolmentId, outcome: met }) : undefined;
  }
}

const noNames = {
  noted: 'hold.noted',
  'noted-since': 'hold.noted-since',
  'certificate-issued': 'hold.correct-no.certificate-issued',
  'proof-given': 'hold.correct-no.proof-given',
  'day-noted': 'hold.day-noted',
} as const;

export default function CourseDay() {
  const { view, title, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const refused = sent && 'errors' in sent ? sent : undefined;
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { hold, day, counts } = view;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${hold.id}`, text: hold.name },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {day.cancelled === null && (
        <p className="lead">
          {!day.held
            ? t('courseDay.lead-ahead')
            : counts.awaited > 0
              ? t('courseDay.lead', { count: counts.awaited })
              : t('courseDay.lead-none')}
        </p>
      )}
      <p className="muted">{[day.startsAt, day.place].filter(Boolean).join(' · ')}</p>
      {day.cancelled !== null && <p>{t('hold.day-reason', { reason: day.cancelled })}</p>}
      {sent && 'error' in sent && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary title={common('form.summary')} errors={refused?.errors ?? []} />
      <CourseDayRegrets view={view} language={language} />
      {day.held && <CourseDayPeople view={view} language={language} refused={refused} />}
      {day.cancelled === null && <CourseDayActions day={day} isNoted={counts.noted > 0} refused={refused} />}
    </>
  );
}
