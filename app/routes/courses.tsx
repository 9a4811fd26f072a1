import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { PeerSeats } from '#app/components/course-line/peer-seats.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { listCourses } from '#app/use-cases/holds/seats/list-courses.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { setPeerSeat } from '#app/use-cases/partners/set-peer-seat.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { Renewal } from '#curriculum/certification/renewal.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'enrol');
  return {
    title: translator({ language }, 'adviser')('courses.title'),
    language,
    ...(await listCourses(world, viewer)),
    sessions: await listPeerSessions(world, viewer),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'enrol');
  const form = await readForm(request);
  const t = translator({ language }, 'adviser');
  const [takes, leaves] = [form.text('take'), form.text('leave')];
  if (takes || leaves) {
    const outcome = await setPeerSeat(world, viewer, { sessionId: takes || leaves, takes: takes !== '' });
    if (outcome.ok) return redirect('/courses#peer');
    if (outcome.reason === 'forbidden') throw forbidden();
    const status = outcome.reason === 'not-found' ? 404 : 409;
    return data({ error: t(`courses.peer.refused.${outcome.reason}`) }, { status });
  }
  const outcome = await requestSeat(world, viewer, { holdId: form.text('hold') });
  if (outcome.ok) return redirect('/my-certificate');
  const days =
    'opens' in outcome
      ? { opens: formatDay(language, outcome.opens), closes: formatDay(language, outcome.closes) }
      : {};
  return data(
    { error: t(`courses.refused.${outcome.reason}`, days) },
    { status: outcome.reason === 'not-found' ? 404 : 409 },
  );
}

export default function Courses() {
  const { courses, own, sessions, language } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  return (
    <>
      <h1>{t('courses.title')}</h1>
      <p className="lead">{t('courses.lead')}</p>
      {problem && <FormAnswer tone="error" lead={problem.error} />}
      {courses.map((course) => (
        <section
          className="space-7"
          key={`${course.id}/${course.edition}`}
          aria-labelledby={`${course.id}-${course.edition}`}
        >
          <h2 id={`${course.id}-${course.edition}`}>{course.title[language]}</h2>
          <p>{t('courses.about', { edition: course.edition, steps: course.steps, months: course.months })}</p>
          {course.renewal && <p>{renewalText(course.renewal)}</p>}
          {course.renewal?.can === false ? null : course.holds.length === 0 ? (
            <p className="muted">{t('courses.no-hold')}</p>
          ) : (
            <ul className="queue">
              {course.holds.map((hold) => (
                <li key={hold.id}>
                  <div className="waiting">
                    {t('courses.seats', { free: Math.max(0, hold.seats - hold.taken), seats: hold.seats })}
                  </div>
                  <div>
                    <h3>{hold.name}</h3>
                    {own
                      .filter((each) => each.holdId === hold.id)
                      .map(({ state }) => (
                        <p key={state}>
                          <b>{t('courses.your-hold', { state: common(`life.${state}`) })}</b>
                        </p>
                      ))}
                    <p className="muted">
                      {t('courses.dates', {
                        from: formatDay(language, hold.startsOn),
                        to: formatDay(language, hold.endsOn),
                      })}
                    </p>
                  </div>
                  {own.some((each) => each.holdId === hold.id) ? (
                    <Link className="text-link" to="/my-certificate">
                      {t('courses.yours')}
                    </Link>
                  ) : own.some((each) => each.course === course.id) ? (
                    <span className="muted">{t('courses.already')}</span>
                  ) : (
                    <Form method="post">
                      <button
                        className="button button-secondary"
                        name="hold"
                        value={hold.id}
                        type="submit"
                        aria-label={t(hold.taken >= hold.seats ? 'courses.ask-waiting-for' : 'courses.ask-for', {
                          hold: hold.name,
                        })}
                      >
                        {hold.taken >= hold.seats ? t('courses.ask-waiting') : t('courses.ask')}
                      </button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {sessions.length > 0 && <PeerSeats sessions={sessions} language={language} />}
    </>
  );

  function renewalText(renewal: Renewal): string {
    const days =
      'opens' in renewal
        ? { opens: formatDay(language, renewal.opens), closes: formatDay(language, renewal.closes) }
        : {};
    return renewal.can ? t('courses.renewal', days) : t(`courses.refused.${renewal.because}`, days);
  }
}
