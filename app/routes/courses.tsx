import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { CourseFacts } from '#app/components/catalogue/course-facts.tsx';
import { HoldsToAsk } from '#app/components/catalogue/holds-to-ask.tsx';
import { renewalDays } from '#app/components/catalogue/renewal-days.ts';
import { PeerSeats } from '#app/components/course-line/peer-seats.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { forbidden, requireFormViewer, tooManyRequests } from '#app/server/require-viewer.server.ts';
import { seeCatalogue } from '#app/use-cases/catalogue/see-catalogue.server.ts';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { setPeerSeat } from '#app/use-cases/partners/set-peer-seat.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Renewal } from '#curriculum/certification/renewal.ts';
import '#app/words/catalogue.ts';

export const meta = pageMeta;
export const headers = retryAfter;

/** The catalogue is public. Whoever is signed in as an adviser also sees their own holds and the sessions with colleagues. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { world, viewer, language, client } = contextOf(context);
  const seen = await seeCatalogue(world, viewer ?? null, client);
  if (!seen.ok) throw tooManyRequests(seen.seconds);
  const adviser = viewer && may(viewer, 'enrol') ? viewer : undefined;
  const t = translator({ language }, 'catalogue');
  return {
    title: t(adviser ? 'title' : 'public-title'),
    lead: t(adviser ? 'lead' : 'public-lead'),
    language,
    isSignedIn: viewer !== undefined && viewer !== null,
    ...seen.view,
    sessions: adviser ? await listPeerSessions(world, adviser) : [],
  };
}

/** A seat in a session with colleagues is taken or given back here; one on a hold is asked for on its own page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'enrol');
  const form = await readForm(request);
  const [takes, leaves] = [form.text('take'), form.text('leave')];
  const outcome = await setPeerSeat(world, viewer, { sessionId: takes || leaves, takes: takes !== '' });
  if (outcome.ok) return redirect('/courses#peer');
  if (outcome.reason === 'forbidden') throw forbidden();
  const error = translator({ language }, 'catalogue')(`peer.refused.${outcome.reason}`);
  return data({ error }, { status: outcome.reason === 'not-found' ? 404 : 409 });
}

export default function Courses() {
  const { title, lead, courses, own, sessions, language, isSignedIn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTranslation('catalogue');
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {!isSignedIn && <p>{t('sign-in')}</p>}
      {problem && <FormAnswer tone="error" lead={problem.error} />}
      {courses.map((course) => (
        <section
          className="space-7"
          key={`${course.id}/${course.edition}`}
          aria-labelledby={`${course.id}-${course.edition}`}
        >
          <h2 id={`${course.id}-${course.edition}`}>
            <Link to={`/courses/${course.id}`}>
              {course.title[language]}
              {courses.filter(({ id }) => id === course.id).length > 1 && `, ${course.edition}`}
            </Link>
          </h2>
          <CourseFacts course={course} language={language} />
          {course.renewal && <p>{renewalText(course.renewal)}</p>}
          <HoldsToAsk course={course} own={own} language={language} />
        </section>
      ))}
      {sessions.length > 0 && <PeerSeats sessions={sessions} language={language} />}
    </>
  );

  function renewalText(renewal: Renewal): string {
    const days = renewalDays(language, renewal);
    return renewal.can ? t('renewal', days) : t(`refused.${renewal.because}`, days);
  }
}
