import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { TextLanguage } from '#app/components/base/text-language.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { broughtOrLoaded, goToBrought } from '#app/components/quiz/brought-page.ts';
import { GivenAnswer } from '#app/components/quiz/kinds/question-controls.tsx';
import { QuizTop } from '#app/components/quiz/quiz-top.tsx';
import { useTimeUp } from '#app/components/quiz/use-time-up.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { reviewPage, stepAddress, withoutAttempt } from '#app/server/quiz-pages.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { stepPage } from '#app/server/step-page.server.ts';
import { withNextPage } from '#app/server/with-next-page.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asking = requireViewer(context, request, 'learn');
  const place = { enrolmentId: params.enrolmentId!, step: params.step! };
  const page = await reviewPage(asking, place);
  if (!page) throw await withoutAttempt(asking, place);
  return page;
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  broughtOrLoaded(request, serverLoader<typeof loader>);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const asking = await requireFormViewer(context, request, 'learn');
  const { world, viewer, language } = asking;
  const form = await readForm(request);
  const place = { enrolmentId: params.enrolmentId!, step: params.step! };
  const here = stepAddress(place);
  const outcome = await handInQuiz(world, viewer, {
    enrolmentId: place.enrolmentId,
    attemptId: form.text('attempt'),
    whenOver: form.text('when') === 'over',
  });
  if (outcome.ok) return withNextPage(asking, here, () => stepPage(asking, place));
  switch (outcome.reason) {
    case 'handed-in':
      return redirect(here);
    case 'not-found':
      throw notFound();
    case 'time-left':
      return data(null);
  }
  return data(
    { error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id) },
    { status: 409 },
  );
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => goToBrought(serverAction<typeof action>);

export default function QuizReview() {
  const { here, step, dueAt, now, signedInUntil, language, attemptId, items } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof clientAction>();
  const { t } = useTranslation('adviser');
  const isUp = useTimeUp({ attemptId, here, dueAt, now, sendNow: () => undefined, settled: true });
  const missing = items.filter(({ given }) => given.length === 0);
  const flagged = items.filter((item) => item.flagged);
  return (
    <>
      <QuizTop
        step={step[language]}
        dueAt={isUp ? null : dueAt}
        now={now}
        signedInUntil={signedInUntil}
        saved
        language={language}
      >
        {isUp && t('question.time-is-up')}
        {!isUp && missing.length < items.length && (
          <>
            <Icon name="check" /> {t('review.saved')}
          </>
        )}
      </QuizTop>
      <h1>{t('review.title')}</h1>
      <p className="lead">{t(missing.length === 0 ? 'review.lead-all' : 'review.lead')}</p>
      {problem && <FormAnswer tone="error" lead={problem.error} />}
      {missing[0] && (
        <Message tone="warning" lead={t('review.missing', { count: missing.length, slot: missing[0].slot })}>
          <p>{t('review.missing-text')}</p>
          <p>
            <Link className="text-link" to={`${here}/questions/${missing[0].slot}`}>
              {t('review.answer', { slot: missing[0].slot })}
            </Link>
          </p>
        </Message>
      )}
      {flagged.length > 0 && (
        <p>
          {t('review.flagged')}{' '}
          {flagged.map(({ slot }, at) => (
            <span key={slot}>
              {at > 0 && ', '}
              <Link to={`${here}/questions/${slot}`}>
                {t('question.word')} {slot}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      <ol className="answer-list">
        {items.map(({ slot, question, given, flagged, language: told }) => (
          <li key={slot}>
            <NodeMark kind="lesson" status={given.length > 0 ? 'done' : 'closed'} />
            <div>
              <p lang={told}>
                {slot}. {question.text}
              </p>
              {given.length > 0 ? (
                <p className="muted">
                  <TextLanguage value={told}>
                    <GivenAnswer view={question} given={given} />
                  </TextLanguage>
                </p>
              ) : (
                <p className="muted">
                  <b>{t('review.none')}</b>
                </p>
              )}
              {flagged && (
                <p className="muted">
                  <b>{t('review.to-see-again')}</b>
                </p>
              )}
            </div>
            <Link className="text-link" to={`${here}/questions/${slot}`} aria-label={t('review.change-slot', { slot })}>
              {t('review.change')}
            </Link>
          </li>
        ))}
      </ol>
      <Form method="post" className="actions space-6">
        <input type="hidden" name="attempt" value={attemptId} />
        <button className="button button-primary" type="submit">
          {t('review.hand-in')}
        </button>
        <Link className="button button-secondary" to={`${here}/questions/1`}>
          {t('review.back')}
        </Link>
      </Form>
    </>
  );
}
