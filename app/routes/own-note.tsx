import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { OwnNote } from '#app/components/study/own-note.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { saveNote } from '#app/use-cases/study/save-note.server.ts';
import { seeNote } from '#app/use-cases/study/see-note.server.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

/** One own note on a page of its own: where the note's form leads when what it sent is refused. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'learn');
  const section = new URL(request.url).searchParams.get('section') ?? '';
  const note = await seeNote(world, viewer, { enrolmentId: params.enrolmentId!, step: params.step!, section });
  if (!note) throw notFound();
  return { title: translator({ language }, 'study')('note.own'), language, section, note };
}

/** Saves an own note. Scripts get the time or the reason; without them the answer is the text again, at the note. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'learn');
  const form = await readForm(request);
  const section = form.text('section');
  const place = { enrolmentId: params.enrolmentId!, step: params.step!, section };
  const text = form.text('note');
  const outcome = await saveNote(world, viewer, { ...place, text });
  if (outcome.ok) {
    if (form.text('scripted') === '1') return data({ savedAt: outcome.savedAt });
    return redirect(`/enrolments/${place.enrolmentId}/steps/${place.step}#note-${section}`);
  }
  if (outcome.reason === 'not-found') throw notFound();
  const t = translator({ language }, 'study');
  const error =
    outcome.reason === 'too-long' ? t('note.too-long', { most: outcome.most }) : t(`note.personal.${outcome.what}`);
  return data({ error, text }, { status: 400 });
}

export default function OwnNotePage() {
  const { language, section, note } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const refused = sent && 'error' in sent ? sent : undefined;
  const { t } = useTranslation('study');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: note.to, text: note.step[language] }]}
        here={t('note.own')}
      />
      <h1>{t('note.own')}</h1>
      <OwnNote
        language={language}
        place={{ section, title: note.title, action: note.action }}
        note={refused ? { text: refused.text } : note.text === null ? undefined : { text: note.text }}
        open
        {...(refused && { error: refused.error })}
      />
    </>
  );
}
