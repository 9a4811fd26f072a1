import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from '#curriculum/flow/course.ts';
import { Facts } from '../components/facts.tsx';
import { Icon } from '../components/icon.tsx';
import { Message } from '../components/message.tsx';
import { NextAction } from '../components/next-action.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { PathDrawing } from '../components/path-drawing.tsx';
import { refusalText } from '../components/refusal-text.ts';
import { Seal, SealProgress } from '../components/seal.tsx';
import { type LineItem, StepLine } from '../components/step-line.tsx';
import { readForm } from '../platform/form.server.ts';
import { requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { sealRings } from '../platform/seal-rings.server.ts';
import { translator } from '../platform/translator.server.ts';
import { releaseName } from '../use-cases/certificates/release-name.server.ts';
import { type CertificateView, type CourseView, seeCourse } from '../use-cases/learning/see-course.server.ts';
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
            <OneCertificate key={certificate.number} certificate={certificate} language={language} />
          ))}
        </section>
      )}
      {course && (
        <section className="rum-7" aria-labelledby="way-title">
          <h2 id="way-title">{t('path.way')}</h2>
          <PathDrawing
            line={course.line}
            statuses={Object.fromEntries(course.steps.map(({ id, status }) => [id, status]))}
          />
          <Way course={course} language={language} />
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
  return <NextAction over={t('path.next')} title={t(`life-title.${state}`)} text={t(`life-text.${state}`)} />;
}

function Way({ course, language }: { course: CourseView; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  const titleOf = (id: string) => steps.get(id)?.title[language] ?? id;
  const items = (node: FlowNode): LineItem[] => {
    if (node.is === 'step') {
      const step = steps.get(node.id)!;
      const shut = step.status === 'closed' && step.state === 'closed';
      return [
        {
          step: {
            id: step.id,
            kind: step.kind,
            status: step.status,
            title: step.title[language],
            spoken: `${common(`kind.${step.kind}`)}, ${common(`status.${step.status}`)}`,
            href:
              shut || step.status === 'not-chosen' ? undefined : `/enrolments/${course.enrolmentId}/steps/${step.id}`,
            text: textOf(step),
          },
        },
      ];
    }
    if (node.is === 'in-order') return node.of.flatMap(items);
    const ids = stepIds(node);
    const all = ids.map((id) => steps.get(id)!.status);
    const met = node.of.filter((each) => stepIds(each).every((id) => steps.get(id)!.status === 'done')).length;
    const wanted = node.is === 'choose' ? node.n : node.of.length;
    const status = met >= wanted ? 'done' : all.every((each) => each === 'closed') ? 'closed' : 'open';
    const title =
      node.is === 'choose'
        ? t('path.choose', { n: node.n, of: node.of.length })
        : t('path.any-order', { of: node.of.length });
    return [
      {
        branch: {
          id: ids.join('-'),
          title,
          spoken: `${common('kind.choice')}, ${common(`status.${status}`)}`,
          text: t('path.branch', { met, wanted }),
          status,
          items: node.of.flatMap(items),
        },
      },
    ];
  };
  const textOf = (step: CourseView['steps'][number]) => {
    if (step.status === 'done' && step.facts.doneAt)
      return t('path.done', { at: formatInstant(language, step.facts.doneAt) });
    if (step.because) return refusalText(t, language, step.because, titleOf);
    if (step.status === 'waiting') return t('path.with-leader');
    if (step.status === 'returned') return t('path.returned');
    if (step.attempts) return t('path.attempts', { used: step.attempts.used, of: step.attempts.of });
    return step.minutes ? t('path.minutes', { minutes: step.minutes }) : common(`status.${step.status}`);
  };
  return <StepLine items={items(course.flow)} />;
}

function stepIds(node: FlowNode): string[] {
  return node.is === 'step' ? [node.id] : node.of.flatMap(stepIds);
}

/** How many steps a certificate takes: of "choose n of m" only the shortest n. */
function neededSteps(node: FlowNode): number {
  if (node.is === 'step') return 1;
  const sizes = node.of.map(neededSteps);
  const chosen = node.is === 'choose' ? sizes.sort((a, b) => a - b).slice(0, node.n) : sizes;
  return chosen.reduce((sum, size) => sum + size, 0);
}

type Shown = CertificateView & { rings: { path: string; turns: number[] }[] };

function OneCertificate({ certificate, language }: { certificate: Shown; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const good = certificate.status === 'valid' || certificate.status === 'renewal-open';
  const file = `/my-certificate/${certificate.number}/${language}`;
  return (
    <article className="rum-6">
      <h3>{t('path.certificate', { number: certificate.number })}</h3>
      <Facts
        rows={[
          [t('path.status'), t(`certificate.${certificate.status}`, { ns: 'common' })],
          [
            t('path.valid'),
            `${formatDay(language, certificate.validFrom)} – ${formatDay(language, certificate.lastValidDay)}`,
          ],
          [
            t('path.code'),
            <Link key="code" to={`/v/${certificate.verifyCode}`}>
              {certificate.verifyCode}
            </Link>,
          ],
        ]}
      />
      <div className="handlinger">
        <a
          className={`button ${good ? 'button-primary' : 'button-secondary'}`}
          href={file}
          download={`bevis-${certificate.number}.pdf`}
        >
          {t('path.download')}
        </a>
        <a
          className="tekstlink"
          href={`/my-certificate/${certificate.number}/${language === 'da' ? 'en' : 'da'}`}
          download={`bevis-${certificate.number}-${language === 'da' ? 'en' : 'da'}.pdf`}
        >
          {t('path.download-other')}
        </a>
        <Form method="post" className="indlejret">
          <input type="hidden" name="number" value={certificate.number} />
          <input type="hidden" name="public" value={certificate.namePublic ? '0' : '1'} />
          <button className="linkknap" name="deed" value="release-name" type="submit">
            {certificate.namePublic ? t('path.hide-name') : t('path.show-name')}
          </button>
        </Form>
      </div>
      <InPage file={file} title={t('path.preview', { number: certificate.number })} show={t('path.show')} />
    </article>
  );
}

const Viewer = lazy(() =>
  import('../components/certificate-viewer.client.tsx').then(({ CertificateViewer }) => ({
    default: CertificateViewer,
  })),
);

/** The PDF in the page, fetched only when asked for; without JavaScript the download above is the way. */
function InPage({ file, title, show }: { file: string; title: string; show: string }) {
  const [scripts, setScripts] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setScripts(true), []);
  if (!scripts) return null;
  if (!open) {
    return (
      <p>
        <button type="button" className="linkknap" onClick={() => setOpen(true)}>
          {show}
        </button>
      </p>
    );
  }
  return (
    <Suspense fallback={<p className="dus">…</p>}>
      <Viewer file={file} title={title} />
    </Suspense>
  );
}
