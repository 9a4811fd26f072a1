import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { ServerMarkup } from '#app/components/base/markup.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { CertificateCard } from '#app/components/certificate/certificate-card.tsx';
import { CertificateEntry } from '#app/components/certificate/certificate-entry.tsx';
import { CertificateTime } from '#app/components/certificate/certificate-time.tsx';
import { isGood } from '#app/components/certificate/good-certificate.ts';
import { findingOf, heldCertificate } from '#app/components/certificate/own-finding.ts';
import { OwnProofs } from '#app/components/certificate/own-proofs.tsx';
import { courseShown } from '#app/components/course-line/course-shown.server.ts';
import { NextAction } from '#app/components/course-line/next-action.tsx';
import { WhatNow, WhatNowWith } from '#app/components/course-line/what-now.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { sealRings } from '#app/platform/seal-rings.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { releaseName } from '#app/use-cases/certificates/register/release-name.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { withdraw } from '#app/use-cases/learning/withdraw.server.ts';
import { formatDay } from '#app/words/format.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language, inDocument } = requireViewer(context, request, 'see-own-course');
  const own = await seeCourse(world, viewer);
  const certificates = own.certificates.map((each) => ({ ...each, rings: sealRings(each.number) }));
  const words = { t: translator({ language }, 'adviser'), common: translator({ language }, 'common') };
  const { title, lead } = findingOf(words.t, language, own);
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
  const { title, lead, course, certificates, proofs, language } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const held = heldCertificate(course, certificates);
  const renewed = !held && course?.renews ? certificates[0] : undefined;
  return (
    <>
      {problem && <FormAnswer tone="error" lead={problem.error} />}
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
          {held ? (
            <WhatNowWith certificate={held} language={language} />
          ) : course ? (
            <WhatNow course={course} language={language} />
          ) : (
            <NoCourse />
          )}
          {held && isGood(held.status) && <CertificateTime certificate={held} language={language} />}
        </div>
        {course && <CertificateCard course={course} held={held} language={language} />}
      </div>
      {certificates.length > 0 && (
        <section className="space-7" aria-labelledby="certificates-title">
          <h2 id="certificates-title">{t('path.certificates')}</h2>
          {certificates.map((certificate) => (
            <CertificateEntry key={certificate.number} certificate={certificate} language={language} />
          ))}
        </section>
      )}
      {course && (
        <p className="space-6">
          <Link className="text-link" to="/practice">
            {t('path.practise')}
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
