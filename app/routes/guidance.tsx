import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { issueText } from '#app/components/guidance/issue-text.ts';
import { LogForm } from '#app/components/guidance/log-form.tsx';
import { Logged } from '#app/components/guidance/logged.tsx';
import { OwnMonth } from '#app/components/guidance/own-month.tsx';
import { OwnNotes } from '#app/components/guidance/own-notes.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { noteChoices } from '#app/use-cases/guidance/note-choices.server.ts';
import { ownNotes } from '#app/use-cases/guidance/own-notes.server.ts';
import { seeGuidance } from '#app/use-cases/guidance/see-guidance.server.ts';
import { undoGuidance } from '#app/use-cases/guidance/undo-guidance.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/guidance.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'log-guidance');
  const asked = new URL(request.url).searchParams;
  const seen = await seeGuidance(world, viewer, {
    month: asked.get('month') ?? '',
    topic: asked.get('topic') ?? '',
  });
  const saved = asked.get('saved');
  const recent = saved ? await ownNotes(world, viewer, { from: seen.earliest, until: seen.today }) : [];
  const last = recent.find(({ id }) => id === saved);
  return {
    title: translator({ language }, 'guidance')(last ? 'saved' : 'title'),
    language,
    operationId: world.newId(),
    last,
    undone: asked.has('undone'),
    ...seen,
    ...noteChoices(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'log-guidance');
  const t = translator({ language }, 'guidance');
  const form = await readForm(request);
  if (form.text('undo')) {
    await undoGuidance(world, viewer, { id: form.text('undo') });
    return redirect('/guidance?undone=1');
  }
  const given = {
    topic: form.text('about'),
    outcome: form.text('outcome'),
    blocked: form.text('blocked'),
    channel: form.text('channel'),
    distance: form.text('distance'),
    minutes: form.text('minutes'),
    referredTo: form.text('referred-to'),
    onDay: form.day('on-day'),
  };
  const outcome = await logGuidance(world, viewer, { operationId: form.text('operation'), ...given });
  if (outcome.ok) return redirect(`/guidance?saved=${outcome.id}`);
  const { topic, referredTo, onDay, ...same } = given;
  const typed = { ...same, about: topic, 'referred-to': referredTo, 'on-day': onDay };
  if (outcome.reason === 'no-library')
    return data({ errors: [], error: t('no-library'), given: typed }, { status: 409 });
  const errors = outcome.issues.map((issue) => issueText(t, issue, noteChoices().limits));
  return data({ errors, error: undefined, given: typed }, { status: 400 });
}

export default function Guidance() {
  const page = useLoaderData<typeof loader>();
  const { title, language, last, library, today } = page;
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('guidance');
  const { t: common } = useTranslation('common');
  if (last) return <Logged title={title} language={language} last={last} today={today} thisMonth={page.thisMonth} />;
  return (
    <>
      <div className="columns">
        <div>
          <h1 className="h2">{title}</h1>
          <p className="muted">
            {library ? t('place', { library, day: formatDay(language, today) }) : t('no-library')}
          </p>
          {page.undone && !sent && <Message tone="ok" lead={t('undone')} />}
          {sent?.error && <FormAnswer tone="error" lead={sent.error} />}
          <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
          <LogForm
            operationId={page.operationId}
            topics={page.topics}
            outcomes={page.outcomes}
            choices={page.choices}
            days={{ today, most: page.limits.days }}
            given={sent?.given}
            errors={sent?.errors ?? []}
          />
        </div>
        <OwnMonth language={language} today={today} own={page.own} />
      </div>
      <OwnNotes
        language={language}
        notes={page.recent}
        topics={page.allTopics}
        months={page.months}
        wanted={{ topic: page.topic, month: page.month }}
      />
    </>
  );
}
