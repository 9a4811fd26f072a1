import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Link } from '#app/components/base/link.tsx';
import { NotTranslated } from '#app/components/base/text-language.tsx';
import { Unbroken } from '#app/components/base/unbroken.tsx';
import { DraftExercise } from '#app/components/draft/draft-exercise.tsx';
import { TextIn } from '#app/components/draft/text-in.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { Sections, Sources } from '#app/components/lesson/reading.tsx';
import { Rubric } from '#app/components/practical/rubric.tsx';
import { TermCards } from '#app/components/study/term-cards.tsx';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { textLanguageIn } from '#app/server/text-language-in.server.ts';
import { seeDraftStep } from '#app/use-cases/drafts/see-draft-step.server.ts';
import '#app/words/staff.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'read-drafts');
  const asked = textLanguageIn(request, language);
  const place = { course: params.course!, edition: params.draft!, step: params.step! };
  const view = seeDraftStep(world, viewer, { ...place, language: asked });
  if (!view) throw notFound();
  return { title: view.title[language], language, asked, view };
}

/** A text of a draft as advisers will read it, with every exercise opened. Nothing is counted. */
export default function DraftStep() {
  const { language, asked, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('leader');
  const { t: adviser } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { course, edition, kind, title, minutes, exercises, rubric, before, after } = view;
  const here = `/courses/${course.id}/drafts/${edition}`;
  const neighbour = (step: NonNullable<typeof before>, which: 'before' | 'after') => (
    <Link {...(which === 'after' && { className: 'neighbours__after' })} to={`${here}/steps/${step.id}?in=${asked}`}>
      <span>
        <small>{adviser(`neighbours.${which}`)}</small>
        {step.title[language]}
      </span>
    </Link>
  );
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: `/courses/${course.id}`, text: course.title[language] },
          { to: here, text: t('draft.title', { edition }) },
        ]}
        here={title[language]}
      />
      <article className="prose">
        <p className="overline">
          {t('draft.title', { edition })} · {common(`kind.${kind}`)}
          {minutes !== null && `, ${t('draft.minutes', { count: minutes })}`}
        </p>
        <h1>
          <Unbroken text={title[asked]} />
        </h1>
        <p className="muted">{t('draft.not-counted')}</p>
        <TextIn language={asked} />
        <NotTranslated told={view.language} language={asked} what="text" />
        <Sections
          sections={view.sections}
          told={view.language}
          language={language}
          exercise={(id) => {
            const at = exercises.findIndex((each) => each.id === id);
            return (
              <div lang={language}>
                <DraftExercise exercise={exercises[at]!} number={at + 1} language={language} />
              </div>
            );
          }}
        />
        {rubric && (
          <section aria-labelledby="rubric">
            <h2 id="rubric">{adviser('practical.rubric')}</h2>
            <Rubric rubric={rubric.criteria} passMark={rubric.passMark} language={language} />
          </section>
        )}
        <TermCards terms={view.terms} language={language} />
        <Sources html={view.sourcesHtml} told={view.language} />
      </article>
      <nav className="neighbours only-screen" aria-label={adviser('neighbours.label')}>
        {before && neighbour(before, 'before')}
        {after && neighbour(after, 'after')}
      </nav>
    </>
  );
}
