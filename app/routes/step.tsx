import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { DaysAhead } from '#app/components/course-line/days-ahead.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { Exercise } from '#app/components/lesson/exercise.tsx';
import { ExercisesLeft } from '#app/components/lesson/exercises-left.tsx';
import { Neighbours } from '#app/components/lesson/neighbours.tsx';
import { Reading } from '#app/components/lesson/reading.tsx';
import { AppealPart } from '#app/components/practical/appeal-part.tsx';
import { Practical } from '#app/components/practical/practical.tsx';
import { broughtOrLoaded, goToBrought } from '#app/components/quiz/brought-page.ts';
import { QuizStep } from '#app/components/quiz/quiz-step.tsx';
import { sentAnswer } from '#app/components/quiz/sent-answer.ts';
import { OwnMarks } from '#app/components/study/own-marks.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { faultOf } from '#app/platform/log.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { questionPage, stepAddress } from '#app/server/quiz-pages.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { stepPage } from '#app/server/step-page.server.ts';
import { withNextPage } from '#app/server/with-next-page.server.ts';
import { lodgeAppeal } from '#app/use-cases/appeals/lodge-appeal.server.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { mostMegabytes } from '#app/use-cases/learning/practical/open-draft.server.ts';
import { removeOwnFile } from '#app/use-cases/learning/practical/remove-own-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { unsubmit } from '#app/use-cases/learning/practical/unsubmit.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { rememberPlace } from '#app/use-cases/learning/remember-place.server.ts';
import { titlesOf } from '#app/use-cases/learning/titles-of.server.ts';
import { tryExercise } from '#app/use-cases/learning/try-exercise.server.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asking = requireViewer(context, request, 'learn');
  const place = { enrolmentId: params.enrolmentId!, step: params.step! };
  const section = new URL(request.url).searchParams.get('section');
  if (section) {
    const { world, viewer, log } = asking;
    // Not waited for, because a page that only reads must not wait for a write.
    rememberPlace(world, viewer, { ...place, section }).catch((error) => log.error(faultOf(error)));
  }
  const page = await stepPage(asking, place);
  if (!page) throw notFound();
  return page;
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  broughtOrLoaded(request, serverLoader<typeof loader>);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const asking = await requireFormViewer(context, request, 'learn');
  const { world, viewer, language } = asking;
  const t = translator({ language }, 'adviser');
  const form = await readForm(request);
  const place = { enrolmentId: params.enrolmentId!, step: params.step! };
  const text = form.text('text');
  const here = stepAddress(place);
  const sent = sentAnswer(form.fields());
  const outcome = await carryOut();
  if ('brought' in outcome) return outcome;
  if (outcome.ok) return redirect('next' in outcome ? outcome.next : here);
  if (outcome.reason === 'not-found') throw notFound();
  const titles = await titlesOf(world, place.enrolmentId);
  const titleOf = (id: string) => titles[id]?.[language] ?? id;
  switch (outcome.reason) {
    case 'not-an-appeal':
      return data(
        { field: 'words', error: t(`appeal.issue.${outcome.issue}`), text: form.text('words') },
        { status: 400 },
      );
    case 'exercises-left': {
      const exercises = outcome.left.map((each) => each.title).join(' · ');
      return data({ field: '', error: t('exercise.first', { exercises }), text }, { status: 409 });
    }
    case 'not-an-answer':
      return data(
        { field: form.text('exercise'), error: t(`question.issue.${outcome.issue}`), given: sent.answer, text },
        { status: 400 },
      );
    case 'moved':
      return data({ field: form.text('exercise'), error: '', given: sent.answer, text });
    case 'nothing-written':
    case 'text-too-long':
      return data({ field: 'text', error: t(`practical.${outcome.reason}`), text }, { status: 400 });
    case 'file-empty':
    case 'file-too-large':
    case 'file-type':
    case 'file-broken':
    case 'too-many-files':
    case 'files-full':
      return data(
        { field: 'files', error: t(`practical.${outcome.reason}`, { name: outcome.name, most: mostMegabytes }), text },
        { status: outcome.reason === 'file-too-large' ? 413 : 400 },
      );
    default:
      return data(
        { field: '', error: refusalText(translator({ language }, 'common'), language, outcome, titleOf), text },
        { status: 409 },
      );
  }

  async function carryOut() {
    switch (form.text('intent')) {
      case 'read': {
        const read = await readLesson(world, viewer, { ...place, language });
        return read.ok ? { ok: true as const, next: '/my-certificate' } : read;
      }
      case 'try': {
        const exercise = form.text('exercise');
        return landing(
          exercise,
          await tryExercise(world, viewer, {
            ...place,
            exercise,
            sent: sent.answer,
            operationId: form.text('operation'),
          }),
        );
      }
      case 'start-quiz': {
        const started = await startQuiz(world, viewer, place);
        if (!started.ok) return started;
        return withNextPage(asking, `${here}/questions/1`, () => questionPage(asking, { ...place, slot: '1' }));
      }
      case 'save':
        return landing('draft', await saveDraft(world, viewer, { ...place, text, files: await files() }));
      case 'hand-in':
        return handInPractical(world, viewer, { ...place, text, files: await files() });
      case 'appeal':
        return lodgeAppeal(world, viewer, { ...place, words: form.text('words') });
      case 'unsubmit':
        return unsubmit(world, viewer, place);
      default: {
        // An arrow of an ordering, without JavaScript.
        if (sent.movedTo !== undefined) return { ok: false as const, reason: 'moved' as const };
        const sha256 = form.text('remove');
        if (!sha256) return { ok: false as const, reason: 'not-found' as const };
        // The button is in the same form as the text: without JavaScript the text would be lost when the file is
        // removed.
        const saved = await saveDraft(world, viewer, { ...place, text });
        return saved.ok ? landing('files', await removeOwnFile(world, viewer, { ...place, sha256 })) : saved;
      }
    }
  }

  /** The page is long, so after saving it scrolls to the confirmation. */
  function landing<Done extends { ok: boolean }>(id: string, done: Done) {
    return done.ok ? { ok: true as const, next: `${here}#${id}` } : (done as Exclude<Done, { ok: true }>);
  }

  function files() {
    return Promise.all(
      form.files('files').map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  }
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => goToBrought(serverAction<typeof action>);

export default function Step() {
  const { title, view, shut, language, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof clientAction>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const here = `/enrolments/${view.enrolmentId}/steps/${view.id}`;
  const toRead = view.status !== 'done' && view.status !== 'not-chosen';
  const appeal = view.appeal && <AppealPart appeal={view.appeal} language={language} {...(sent && { sent })} />;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/my-certificate', text: common('menu.my-certificate') }]}
        here={view.title[language]}
      />
      {sent?.error && sent.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      {view.state === 'closed' || (view.status === 'not-chosen' && view.kind !== 'lesson') ? (
        <>
          <h1>{view.title[language]}</h1>
          <p className="lead">{view.status === 'not-chosen' ? t('step.not-chosen') : t('step.closed')}</p>
          {shut && <Message lead={shut} />}
          {view.kind === 'day' && view.wasThere && <Message tone="ok" lead={t('day.noted')} />}
          {view.kind === 'day' && !view.wasThere && <DaysAhead days={view.days} language={language} />}
          <p>
            <Link className="text-link" to="/my-certificate">
              {t('step.back')}
            </Link>
          </p>
        </>
      ) : view.kind === 'lesson' || view.kind === 'day' ? (
        <Reading
          view={view}
          language={language}
          {...(view.kind === 'lesson' && {
            beside: ({ id, title }) => (
              <OwnMarks language={language} here={here} marks={view.marks} section={{ id, title }} />
            ),
          })}
          exercise={(id) => {
            if (view.kind !== 'lesson') return null;
            const at = view.exercises.findIndex((each) => each.id === id);
            const mine =
              sent && 'given' in sent && sent.field === id
                ? { error: sent.error, given: sent.given as string[] }
                : undefined;
            return (
              <Exercise
                view={view.exercises[at]!}
                number={at + 1}
                here={here}
                operation={operationId}
                sent={mine}
                language={language}
              />
            );
          }}
          lead={view.kind === 'day' && view.status !== 'done' && <DaysAhead days={view.days} language={language} />}
        >
          {view.status === 'not-chosen' && <Message lead={t('step.not-counted')} />}
          {view.kind === 'lesson' && toRead && view.left.length > 0 && (
            <ExercisesLeft exercises={view.exercises} left={view.left} />
          )}
          {view.kind === 'lesson' && toRead && view.left.length === 0 && !shut && (
            <Form method="post" className="actions">
              <button className="button button-primary" name="intent" value="read" type="submit">
                {t('step.read')}
              </button>
              <Link className="text-link" to="/my-certificate">
                {t('step.stop')}
              </Link>
            </Form>
          )}
          {view.status === 'done' && (
            <>
              <Message tone="ok" lead={t('step.done')} />
              <p className="actions">
                <Link className="button button-primary" to="/my-certificate">
                  {t('quiz.onwards')}
                </Link>
              </p>
            </>
          )}
          {shut && <Message lead={shut} />}
          {view.kind === 'lesson' && (
            <Neighbours enrolmentId={view.enrolmentId} before={view.before} after={view.after} language={language} />
          )}
        </Reading>
      ) : view.kind === 'practical' ? (
        <Practical view={view} language={language} {...(sent && { sent })}>
          {appeal}
        </Practical>
      ) : (
        <QuizStep view={view} title={title} language={language} {...(shut && { shut })}>
          {appeal}
        </QuizStep>
      )}
      {view.status === 'done' && (
        <p className="only-screen">
          <Link className="text-link" to={`${here}/rating`}>
            {t('step.rate')}
          </Link>
        </p>
      )}
    </>
  );
}
