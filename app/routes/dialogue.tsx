import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { NotTranslated, TextLanguage } from '#app/components/base/text-language.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DialogueEnd } from '#app/components/lesson/dialogue-end.tsx';
import { DialogueTurns } from '#app/components/lesson/dialogue-turns.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { sayReply } from '#app/use-cases/learning/say-reply.server.ts';
import { seeDialogue } from '#app/use-cases/learning/see-dialogue.server.ts';

export const meta = pageMeta;

/** The way through the dialogue stands in the address, so going back costs nothing. */
const wayIn = (request: Request) =>
  (new URL(request.url).searchParams.get('way') ?? '').split('.').filter((each) => each !== '');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'learn');
  const { enrolmentId, step, dialogue } = params;
  const place = { enrolmentId: enrolmentId!, step: step!, dialogue: dialogue! };
  const view = await seeDialogue(world, viewer, { ...place, way: wayIn(request), language });
  if (!view) throw notFound();
  const lesson = `/enrolments/${place.enrolmentId}/steps/${place.step}`;
  return {
    title: view.end?.title ?? view.title,
    language,
    view,
    lesson: { to: lesson, place: `${lesson}#${place.dialogue}`, title: view.lesson[language] },
    here: `${lesson}/dialogues/${place.dialogue}`,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'learn');
  const form = await readForm(request);
  const { enrolmentId, step, dialogue } = params;
  const place = { enrolmentId: enrolmentId!, step: step!, dialogue: dialogue! };
  const said = await sayReply(world, viewer, { ...place, way: wayIn(request), reply: form.text('reply') });
  if (said.ok) return redirect(`/enrolments/${enrolmentId}/steps/${step}/dialogues/${dialogue}?way=${said.way}#now`);
  switch (said.reason) {
    case 'not-found':
      throw notFound();
    case 'choose-one':
      return data({ error: translator({ language }, 'adviser')('dialogue.choose-one') }, { status: 400 });
  }
}

export default function DialoguePage() {
  const { view, lesson, here, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const to = (way: string) => (way ? `${here}?way=${way}#now` : here);
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/my-certificate', text: common('menu.my-certificate') },
          { to: lesson.to, text: lesson.title },
        ]}
        here={view.end ? t('dialogue.your-way') : t('dialogue.talk')}
      />
      <ErrorSummary title={common('form.summary')} errors={sent ? [{ id: 'reply', message: sent.error }] : []} />
      <TextLanguage value={view.language}>
        <NotTranslated told={view.language} language={language} what="dialogue" />
        <div className="dialogue">
          <div>
            <p className="overline">{t(view.end ? 'dialogue.over-end' : 'dialogue.over')}</p>
            <h1 lang={view.language}>{view.end?.title ?? view.title}</h1>
            <p className="lead" lang={view.language}>
              {view.end?.text ?? view.scene}
            </p>
            {view.end ? (
              <DialogueEnd view={view} to={to} lesson={lesson.place} />
            ) : (
              <DialogueTurns view={view} here={here} to={to} error={sent?.error} />
            )}
          </div>
          <aside aria-labelledby="ways" lang={language}>
            <h2 className="h3" id="ways">
              {t('dialogue.ways')}
            </h2>
            <p>{t('dialogue.found', { found: view.found, of: view.ends.length })}</p>
            <ul>
              {view.ends.map(({ title, found }, at) => (
                <li key={String(at)}>
                  {found ? (
                    <span lang={view.language}>{title}</span>
                  ) : (
                    <span className="muted">{t('dialogue.not-found-yet')}</span>
                  )}
                </li>
              ))}
            </ul>
            {!view.end && <p>{t('dialogue.to-come', { said: view.turns.length, count: view.toCome })}</p>}
            {view.way && (
              <p>
                <a className="text-link" href={here}>
                  {t('dialogue.from-start')}
                </a>
              </p>
            )}
          </aside>
        </div>
      </TextLanguage>
    </>
  );
}
