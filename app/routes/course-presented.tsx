import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Link } from '#app/components/base/link.tsx';
import { CourseFacts } from '#app/components/catalogue/course-facts.tsx';
import { HoldsToAsk } from '#app/components/catalogue/holds-to-ask.tsx';
import { SampleQuestion } from '#app/components/catalogue/sample-question.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound, tooManyRequests } from '#app/server/require-viewer.server.ts';
import { seeCoursePresented } from '#app/use-cases/catalogue/see-course-presented.server.ts';
import { listDrafts } from '#app/use-cases/drafts/list-drafts.ts';
import '#app/words/catalogue.ts';

export const meta = pageMeta;
export const headers = retryAfter;

/** One course for everybody. An answer to the sample question stands in the address, so nothing is stored. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language, client } = contextOf(context);
  const { searchParams } = new URL(request.url);
  const answer = searchParams.get('answer');
  const seen = await seeCoursePresented(world, viewer ?? null, { course: params.course!, client, answer });
  if (!seen.ok) throw tooManyRequests(seen.seconds);
  if (!seen.view) throw notFound();
  const asked = searchParams.has('check') && !seen.view.question?.answered;
  const drafts = listDrafts(world, viewer ?? null, params.course!);
  const title = seen.view.entry.title[language];
  return { title, noIndex: answer !== null, language, asked, drafts, view: seen.view };
}

const asked = ['fail', 'time', 'ill'] as const;

export default function CoursePresented() {
  const { language, view, drafts, asked: isUnanswered } = useLoaderData<typeof loader>();
  const { t } = useTranslation('catalogue');
  const { t: common } = useTranslation('common');
  const { entry, own, steps, lead, can, method, sample, question } = view;
  const isPlain = entry.courseDays === 0;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/courses', text: common('menu.courses') }]}
        here={entry.title[language]}
      />
      <div className="columns">
        <div>
          <p className="overline">{t('course.over', { edition: entry.edition })}</p>
          <h1>{entry.title[language]}</h1>
          {lead && <p className="lead">{lead[language]}</p>}
          <p className="actions">
            <a className="button button-primary" href="#holds">
              {t('course.find-day')}
            </a>
            {sample && (
              <Link className="text-link" to={`/courses/${entry.id}/sample`}>
                {t('course.try-lesson')}
              </Link>
            )}
          </p>
          {drafts.map((edition) => (
            <p key={edition}>
              <Link className="text-link" to={`/courses/${entry.id}/drafts/${edition}`}>
                {t('course.read-draft', { edition })}
              </Link>
            </p>
          ))}
          {can.length > 0 && (
            <section className="space-7" aria-labelledby="can">
              <h2 id="can">{t('course.can')}</h2>
              <ul>
                {can.map((each) => (
                  <li key={each.da}>{each[language]}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className="certificate-card" aria-labelledby="short">
          <div className="certificate-card__body">
            <h2 id="short">{t('course.short')}</h2>
            <CourseFacts course={entry} language={language} />
            {entry.months !== null && (
              <p>
                <Link className="text-link" to={`/achievements/${entry.id}/${entry.edition}`}>
                  {t('course.what-certificate')}
                </Link>
              </p>
            )}
          </div>
        </aside>
      </div>
      <section className="space-7" aria-labelledby="holds">
        <h2 id="holds">{t('course.holds')}</h2>
        <HoldsToAsk course={entry} own={own} language={language} />
      </section>
      {question && (
        <SampleQuestion
          question={question}
          here={`/courses/${entry.id}`}
          isUnanswered={isUnanswered}
          language={language}
        />
      )}
      <section className="space-7" aria-labelledby="way">
        <h2 id="way">{t(entry.months === null ? 'course.way-proof' : 'course.way')}</h2>
        <ol className="open-steps">
          {steps.map(({ id, kind, title, minutes, blind }) => (
            <li key={id}>
              <NodeMark kind={kind} status="open" />
              <p>
                {title[language]}
                <span>
                  {common(`kind.${kind}`)}
                  {minutes !== null && `, ${t('minutes', { minutes })}`}
                  {blind && `, ${t('blind')}`}
                </span>
              </p>
            </li>
          ))}
        </ol>
      </section>
      {method.length > 0 && (
        <section className="space-7 prose" aria-labelledby="method">
          <h2 id="method">{t('course.method')}</h2>
          {method.map((each) => (
            <p key={each.da}>{each[language]}</p>
          ))}
        </section>
      )}
      <section className="space-7" aria-labelledby="gives">
        <h2 id="gives">{t(entry.months === null ? 'course.gives-proof' : 'course.gives')}</h2>
        <ul>
          {(entry.months === null
            ? (['proof', 'check', 'proof-files'] as const)
            : (['count', 'check', 'show'] as const)
          ).map((key) => (
            <li key={key}>{t(`course.gives-list.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section className="space-7" aria-labelledby="asked">
        <h2 id="asked">{t('course.asked')}</h2>
        {asked
          .filter((key) => (key !== 'ill' || !isPlain) && (key !== 'fail' || steps.some(({ kind }) => kind === 'quiz')))
          .map((key) => (
            <details className="disclosure" key={key}>
              <summary>{t(`course.${key}.q`)}</summary>
              <p>{t(`course.${key}.a`)}</p>
            </details>
          ))}
      </section>
    </>
  );
}
