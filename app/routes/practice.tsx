import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { NextAction } from '#app/components/course-line/next-action.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ChangedFacts } from '#app/components/practice/changed-facts.tsx';
import { PracticeAhead } from '#app/components/practice/practice-ahead.tsx';
import { PracticeGoals } from '#app/components/practice/practice-goals.tsx';
import { PracticeEnd, PracticeReminder } from '#app/components/practice/practice-settings.tsx';
import { PracticeWeeks } from '#app/components/practice/practice-weeks.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import type { PracticeView } from '#app/use-cases/practice/practice-view-of.ts';
import { seePractice } from '#app/use-cases/practice/see-practice.server.ts';
import type { PracticeChange } from '#app/use-cases/practice/set-practice.server.ts';
import { reminders, setPractice } from '#app/use-cases/practice/set-practice.server.ts';
import { formatList } from '#app/words/format.ts';
import '#app/words/practice.ts';

export const meta = pageMeta;

/** What the page says first: whether there is something to do today, or why not. */
function findingOf({ state, session, doneToday, hasQuestions }: PracticeView) {
  if (state !== 'on') return state;
  if (session.questions > 0) return 'ready';
  if (!hasQuestions) return 'closed';
  return doneToday > 0 ? 'done' : 'none';
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'practise');
  const view = await seePractice(world, viewer);
  if (!view) throw notFound();
  const t = translator({ language }, 'practice');
  const asked = new URL(request.url).searchParams;
  const finding = findingOf(view);
  const rests = finding === 'ready' && asked.has('done');
  const [title, lead] =
    finding === 'ready' && !rests
      ? [t('title.ready', { count: view.session.questions }), t('lead.ready', { count: view.session.minutes })]
      : rests
        ? [t('title.done'), t('waiting', { count: view.waiting })]
        : finding === 'ready'
          ? [t('title.done'), t('lead.done')]
          : [t(`title.${finding}`), t(`lead.${finding}`)];
  const saved = asked.get('saved');
  const answer =
    saved === 'deleted'
      ? t('stop.deleted')
      : saved !== 'remind'
        ? undefined
        : view.remind === 'never'
          ? t('remind.saved-never')
          : t('remind.saved', { when: t(`remind.when.${view.remind}`) });
  return { title, lead, language, view, rests, answer };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'practise');
  const t = translator({ language }, 'practice');
  const form = await readForm(request);
  const intent = form.text('intent');
  const refuse = (id: string, message: string, status = 400) => data({ errors: [{ id, message }] }, { status });
  const on = reminders.find((each) => each === form.text('remind'));
  if (intent === 'remind' && !on) return refuse('remind', t('refused.choose-reminder'));
  if (intent === 'delete' && form.text('sure') !== '1') return refuse('sure', t('stop.sure-missing'));
  const change: PracticeChange | undefined =
    intent === 'remind' && on
      ? { is: 'remind', on }
      : intent === 'start' || intent === 'stop' || intent === 'delete'
        ? { is: intent }
        : undefined;
  if (!change) throw notFound();
  const outcome = await setPractice(world, viewer, change);
  if (!outcome.ok) return refuse('remind', t('refused.not-practising'), 409);
  const saved = { remind: '?saved=remind', delete: '?saved=deleted', start: '', stop: '' }[change.is];
  return redirect(`/practice${saved}`);
}

export default function PracticePage() {
  const { title, lead, language, view, rests, answer } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const { t } = useTranslation('practice');
  const { t: common } = useTranslation('common');
  const { session, doneToday } = view;
  const until = (questions: number) => `session=${doneToday}-${doneToday + questions}`;
  const what = [
    session.changed > 0 && t('what.changed', { count: session.changed }),
    session.due > 0 && t('what.due', { count: session.due }),
    session.missed > 0 && t('what.missed', { count: session.missed }),
    session.fresh > 0 && t('what.new', { count: session.fresh }),
  ].filter((each) => each !== false);
  const isOn = view.state === 'on';
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/my-certificate', text: t('mine') }]}
        here={t('crumb')}
      />
      {answer && <FormAnswer tone="ok" lead={answer} />}
      <ErrorSummary title={common('form.summary')} errors={errors} />
      <div className="columns">
        <div>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {isOn && session.questions > 0 && (
            <NextAction over={t('over')} title={capitalised(formatList(language, what))} text={t('at-once')}>
              <Link className="button button-primary" to={`/practice/ask?${until(session.questions)}`}>
                {t(rests ? 'more' : 'begin')} <Icon name="right" />
              </Link>
              <a className="text-link" href="#goals">
                {t('choose')}
              </a>
            </NextAction>
          )}
          {!isOn && (
            <>
              <Form method="post" action="/practice" className="actions">
                <button className="button button-primary" type="submit" name="intent" value="start">
                  {t(view.state === 'off' ? 'start' : 'go-on')}
                </button>
              </Form>
              <section className="space-6" aria-labelledby="how">
                <h2 className="h3" id="how">
                  {t('how.title')}
                </h2>
                <ul>
                  {(['short', 'again', 'before', 'private', 'free'] as const).map((each) => (
                    <li key={each}>{t(`how.${each}`)}</li>
                  ))}
                </ul>
              </section>
            </>
          )}
        </div>
        {isOn && (
          <aside aria-labelledby="weeks">
            <PracticeWeeks weeks={view.weeks} />
            <PracticeReminder remind={view.remind} errors={errors} />
          </aside>
        )}
      </div>
      {isOn && <ChangedFacts changes={view.changes} language={language} />}
      {isOn && (
        <PracticeGoals
          goals={view.goals}
          today={view.today}
          language={language}
          toOf={({ key, of }) => `/practice/ask?goal=${encodeURIComponent(key)}&${until(Math.min(of, mostOfGoal))}`}
        />
      )}
      {isOn && <PracticeAhead ahead={view.ahead} laterThanShown={view.laterThanShown} language={language} />}
      {view.state !== 'off' && <PracticeEnd state={view.state} errors={errors} />}
    </>
  );
}

/** So many questions of one goal are asked in a row. */
const mostOfGoal = 6;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
