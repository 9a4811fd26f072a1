import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Link } from '#app/components/base/link.tsx';
import { NotTranslated } from '#app/components/base/text-language.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { Sections, Sources } from '#app/components/lesson/reading.tsx';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound, tooManyRequests } from '#app/server/require-viewer.server.ts';
import { seeSampleLesson } from '#app/use-cases/catalogue/see-sample-lesson.server.ts';
import '#app/words/catalogue.ts';

export const meta = pageMeta;
export const headers = retryAfter;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { world, viewer, language, client } = contextOf(context);
  const seen = await seeSampleLesson(world, viewer ?? null, { course: params.course!, client, language });
  if (!seen.ok) throw tooManyRequests(seen.seconds);
  if (!seen.view) throw notFound();
  return { title: seen.view.title[language], language, here: `/courses/${params.course}`, view: seen.view };
}

/** The lesson that everybody may read: its text and its sources, with nothing to do in it and nothing remembered. */
export default function SampleLesson() {
  const { language, here, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('catalogue');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/courses', text: common('menu.courses') },
          { to: here, text: view.course[language] },
        ]}
        here={view.title[language]}
      />
      <article className="prose">
        <p className="overline">{t('sample.over', { course: view.course[language] })}</p>
        <h1>{view.title[language]}</h1>
        <p>{t('sample.note')}</p>
        <NotTranslated told={view.language} language={language} what="text" />
        <Sections sections={view.sections} language={language} told={view.language} />
        <p>
          <Link className="button button-primary" to={`${here}#holds`}>
            {t('sample.back')}
          </Link>
        </p>
        <Sources html={view.sourcesHtml} told={view.language} />
      </article>
    </>
  );
}
