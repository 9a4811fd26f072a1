import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CertificateEntry } from '../components/certificate-entry.tsx';
import { CourseWay, neededSteps } from '../components/course-way.tsx';
import { Facts } from '../components/facts.tsx';
import { Icon } from '../components/icon.tsx';
import { Message } from '../components/message.tsx';
import { NextAction } from '../components/next-action.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { Seal, SealProgress } from '../components/seal.tsx';
import { readForm } from '../platform/form.server.ts';
import { requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { sealRings } from '../platform/seal-rings.server.ts';
import { translator } from '../platform/translator.server.ts';
import { releaseName } from '../use-cases/certificates/release-name.server.ts';
import { type CourseView, seeCourse } from '../use-cases/learning/see-course.server.ts';
import { startCourse } from '../use-cases/learning/start-course.server.ts';
import { withdraw } from '../use-cases/learning/withdraw.server.ts';
import { formatDay, formatInstant } from '../words/format.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-own-course');
  const own = await seeCourse(world, viewer);
  const certificates = own.certificates.map((each) => ({ ...each, rings: sealRings(each.number) }));
  return {
    title: translator({ language }, 'adviser')('path.title'),
    language,
    course: own.course ?? null,
    certificates,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'see-own-course');
  const form = await readForm(request);
  const enrolmentId = form.text('enrolment');
  switch (form.text('deed')) {
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
    case 'release-name': {
      const outcome = await releaseName(world, viewer, {
        number: form.text('number'),
        isPublic: form.text('public') === '1',
      });
      if (outcome.ok) return redirect('/my-certificate');
      break;
    }
  }
  return data({ error: translator({ language }, 'adviser')('path.not-possible') }, { status: 409 });
}

export default function MyCertificate() {
  const { course, certificates, language } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const counted = (course?.steps ?? []).filter(({ status }) => status !== 'not-chosen');
  const needed = course ? neededSteps(course.flow) : 0;
  const done = Math.min(needed, counted.filter(({ status }) => status === 'done').length);
  const current = certificates.find(({ status }) => status === 'valid' || status === 'renewal-open');
  return (
    <>
      {problem && <Message tone="error" lead={problem.error} />}
      <div className="side">
        <div>
          <h1>{current && course?.state === 'certified' ? t('path.have') : t('path.title')}</h1>
          {course ? <Lead course={course} done={done} needed={needed} /> : <NoCourse />}
          {course && <WhatNow course={course} language={language} />}
        </div>
        {course && (
          <aside className="beviskort" aria-labelledby="card-title">
            <div className="beviskort__h">
              {current && course.state === 'certified' ? (
                <Seal rings={current.rings} mark="check" filled size={104} />
              ) : (
                <SealProgress done={done} of={needed} />
              )}
              <div>
                <h2 id="card-title">{t('path.card')}</h2>
                <p className="dus">{t('path.card-text', { done, needed })}</p>
              </div>
            </div>
            <div className="beviskort__b">
              <Facts
                rows={[
                  [
                    t('path.course'),
                    t('path.course-value', { course: course.title[language], edition: course.edition }),
                  ],
                  [t('path.state'), t(`life.${course.state}`, { ns: 'common' })],
                  ...(course.finishBy ? ([[t('path.finish-by'), formatDay(language, course.finishBy)]] as const) : []),
                ]}
              />
            </div>
          </aside>
        )}
      </div>
      {certificates.length > 0 && (
        <section className="rum-7" aria-labelledby="certificates-title">
          <h2 id="certificates-title">{t('path.certificates')}</h2>
          {certificates.map((certificate) => (
            <CertificateEntry key={certificate.number} certificate={certificate} language={language} />
          ))}
        </section>
      )}
      {course && (
        <section className="rum-7" aria-labelledby="way-title">
          <h2 id="way-title">{t('path.way')}</h2>
          <CourseWay course={course} language={language} />
        </section>
      )}
      {course && ['requested', 'waitlisted', 'enrolled', 'active'].includes(course.state) && (
        <details className="detaljer rum-7">
          <summary>{t('path.leave')}</summary>
          <p>{t('path.leave-text')}</p>
          <Form method="post">
            <input type="hidden" name="enrolment" value={course.enrolmentId} />
            <button className="button button-secondary" name="deed" value="withdraw" type="submit">
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

function Lead({ course, done, needed }: { course: CourseView; done: number; needed: number }) {
  const { t } = useTranslation('adviser');
  if (course.state === 'certified') return <p className="stor">{t('path.lead-certified')}</p>;
  return <p className="stor">{t('path.lead', { done, needed, left: needed - done })}</p>;
}

function WhatNow({ course, language }: { course: CourseView; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const { state, next, enrolmentId } = course;
  const step = next && course.steps.find(({ id }) => id === next.step);
  if (state === 'enrolled') {
    return (
      <NextAction over={t('path.next')} title={t('path.start-title')} text={t('path.start-text')}>
        <Form method="post">
          <input type="hidden" name="enrolment" value={enrolmentId} />
          <button className="button button-primary" name="deed" value="start" type="submit">
            {t('path.start')}
          </button>
        </Form>
      </NextAction>
    );
  }
  if (step && next) {
    const title = t(`deed.${next.deed}`, { step: step.title[language] });
    const waits =
      step.state === 'returned'
        ? t('path.returned-text')
        : next.from
          ? t('path.from', { at: formatInstant(language, next.from) })
          : t(`deed-text.${next.deed}`, { minutes: step.minutes ?? 60 });
    return (
      <NextAction over={t('path.next')} title={title} text={waits}>
        <Link className="button button-primary" to={`/enrolments/${enrolmentId}/steps/${step.id}`}>
          {t(`deed-button.${next.deed}`)} <Icon name="right" />
        </Link>
      </NextAction>
    );
  }
  const waiting = course.steps.find(({ status }) => status === 'waiting');
  if (waiting && state === 'active')
    return (
      <NextAction
        over={t('path.next')}
        title={t('path.waiting-title', { step: waiting.title[language] })}
        text={t('path.waiting-text')}
      />
    );
  const decided = course.steps.find((each) => each.state === 'exhausted');
  return (
    <NextAction over={t('path.next')} title={t(`life-title.${state}`)} text={t(`life-text.${state}`)}>
      {course.because && <p>{t('path.because', { reason: course.because })}</p>}
      {state === 'failed' && decided && (
        <Link className="button button-primary" to={`/enrolments/${enrolmentId}/steps/${decided.id}`}>
          {t('path.failed-link')} <Icon name="right" />
        </Link>
      )}
    </NextAction>
  );
}
