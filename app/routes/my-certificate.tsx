import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { ServerMarkup } from '#app/components/base/markup.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { CertificateCard } from '#app/components/certificate/certificate-card.tsx';
import { CertificateEntry } from '#app/components/certificate/certificate-entry.tsx';
import { CertificateTime } from '#app/components/certificate/certificate-time.tsx';
import { isGood } from '#app/components/certificate/good-certificate.ts';
import { findingOf, heldCertificate, stillCounts } from '#app/components/certificate/own-finding.ts';
import { OwnProofs } from '#app/components/certificate/own-proofs.tsx';
import { StandingCertificate } from '#app/components/certificate/standing-certificate.tsx';
import { WhatNext } from '#app/components/certificate/what-next.tsx';
import { CourseDaysAhead } from '#app/components/course-line/course-days-ahead.tsx';
import { courseShown } from '#app/components/course-line/course-shown.server.ts';
import { NextAction } from '#app/components/course-line/next-action.tsx';
import { OpenSteps } from '#app/components/course-line/open-steps.tsx';
import { WhatNow, WhatNowWith } from '#app/components/course-line/what-now.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { sealRings } from '#app/platform/seal-rings.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { releaseName } from '#app/use-cases/certificates/register/release-name.server.ts';
import { sendRegret } from '#app/use-cases/learning/course-day/send-regret.server.ts';
import { undoRegret } from '#app/use-cases/learning/course-day/undo-regret.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { withdraw } from '#app/use-cases/learning/withdraw.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/way.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language, inDocument } = requireViewer(context, request, 'see-own-course');
  const own = await seeCourse(world, viewer);
  const certificates = own.certificates.map((each) => ({ ...each, rings: sealRings(each.number) }));
  const words = {
    t: translator({ language }, 'adviser'),
    way: translator({ language }, 'way'),
    common: translator({ language }, 'common'),
  };
  const { title, lead } = findingOf(words.t, language, own, viewer.name);
  return {
    title,
    lead,
    language,
    course: own.course ? courseShown(words, { language, inDocument }, own.course) : null,
    certificates,
    proofs: own.proofs,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'see-own-course');
  const form = await readForm(request);
  const enrolmentId = form.text('enrolment');
  switch (form.text('intent')) {
    case 'start': {
      const outcome = await startCourse(world, viewer, { enrolmentId });
      if (outcome.ok) return redirect('/my-certificate');
      break;
    }
    case 'withdraw': {
      const outcome = await withdraw(world, viewer, { enrolmentId });
      if (outcome.ok) return redirect('/my-certificate');
      break;
    }
    case 'regret': {
      const day = { enrolmentId, courseDayId: form.text('day') };
      const outcome = await sendRegret(world, viewer, { ...day, reason: form.text('reason') });
      if (outcome.ok) return redirect('/my-certificate#days-title');
      return refuseRegret(outcome.reason, day.courseDayId, form.text('reason'));
    }
    case 'undo-regret': {
      const courseDayId = form.text('day');
      const outcome = await undoRegret(world, viewer, { enrolmentId, courseDayId });
      if (outcome.ok) return redirect('/my-certificate#days-title');
      return refuseRegret(outcome.reason, courseDayId, '');
    }
    case 'release-name': {
      const outcome = await releaseName(world, viewer, {
        number: form.text('number'),
        isPublic: form.text('public') === '1',
      });
      if (outcome.ok) return redirect('/my-certificate');
      break;
    }
  }
  return data({ error: translator({ language }, 'adviser')('path.not-possible'), refused: null }, { status: 409 });

  function refuseRegret(because: RegretRefusal, day: string, reason: string) {
    const error = translator({ language }, 'way')(`day.regret.refused.${because}`);
    if (because === 'not-found') throw notFound();
    if (because === 'reason-missing') return data({ error, refused: { day, error, reason } }, { status: 400 });
    return data({ error, refused: null }, { status: 409 });
  }
}

type RegretRefusal = Extract<Awaited<ReturnType<typeof sendRegret>>, { ok: false }>['reason'];

export default function MyCertificate() {
  const { title, lead, course, certificates, proofs, language } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const refused = problem?.refused ?? undefined;
  const { t } = useTranslation('adviser');
  const { t: way } = useTranslation('way');
  const held = heldCertificate(course, certificates);
  // Said in the box of the next action where there is nothing else to do.
  const waiting = (course?.waiting ?? []).filter(({ id }) => course?.next || course?.about?.id !== id);
  const renewed = !held && course?.renews ? certificates[0] : undefined;
  const standing = held || renewed ? undefined : certificates.find(stillCounts);
  return (
    <>
      {problem && !refused && <FormAnswer tone="error" lead={problem.error} />}
      <div className="columns">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {renewed && (
            <Message
              lead={t(isGood(renewed.status) ? 'renewal.meanwhile' : 'renewal.expired', {
                number: renewed.number,
                last: formatDay(language, renewed.lastValidDay),
              })}
            />
          )}
          {standing && <StandingCertificate certificate={standing} language={language} />}
          {held ? (
            <WhatNowWith certificate={held} language={language} />
          ) : course ? (
            <WhatNow course={course} language={language} />
          ) : (
            <NoCourse />
          )}
          {course && !held && (
            <>
              <OpenSteps id="also" title={way('also')} steps={course.also}>
                <li>
                  <Icon name="clock" />
                  <p>
                    <Link to="/practice">{way('practise')}</Link>
                    <span>{way('practise-text')}</span>
                  </p>
                </li>
              </OpenSteps>
              {waiting.length > 0 && <OpenSteps id="waiting" title={way('waiting')} steps={waiting} />}
            </>
          )}
          {held && isGood(held.status) && <WhatNext certificate={held} language={language} />}
          {held && isGood(held.status) && <CertificateTime certificate={held} language={language} />}
        </div>
        <div>
          {course && <CertificateCard course={course} held={held} language={language} />}
          {course && course.days.length > 0 && (
            <CourseDaysAhead
              days={course.days}
              enrolmentId={course.enrolmentId}
              language={language}
              refused={refused}
            />
          )}
        </div>
      </div>
      {certificates.length > 0 && (
        <section className="space-7" aria-labelledby="certificates-title">
          <h2 id="certificates-title">{t('path.certificates')}</h2>
          {certificates.map((certificate) => (
            <CertificateEntry key={certificate.number} certificate={certificate} language={language} />
          ))}
        </section>
      )}
      {held && (
        <p className="space-6">
          <Link className="text-link" to="/practice">
            {way('practise-long')}
          </Link>
        </p>
      )}
      <OwnProofs proofs={proofs} language={language} />
      {course && (
        <section className="space-7" aria-labelledby="way-title">
          <h2 id="way-title">{t('path.way')}</h2>
          <ServerMarkup id="way" markup={course.way} />
        </section>
      )}
      {course?.mayLeave && (
        <details className="disclosure space-7">
          <summary>{t('path.leave')}</summary>
          <p>{t('path.leave-text')}</p>
          <Form method="post">
            <input type="hidden" name="enrolment" value={course.enrolmentId} />
            <button className="button button-secondary" name="intent" value="withdraw" type="submit">
              {t('path.leave-submit')}
            </button>
          </Form>
        </details>
      )}
    </>
  );
}

function NoCourse() {
  const { t } = useTranslation('adviser');
  return (
    <NextAction over={t('path.next')} title={t('path.none-title')} text={t('path.none-text')}>
      <Link className="button button-primary" to="/courses">
        {t('path.none-link')}
      </Link>
    </NextAction>
  );
}
