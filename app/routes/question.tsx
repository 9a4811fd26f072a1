import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { SignedOutLine } from '#app/components/base/signed-out-line.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { QuestionList } from '#app/components/quiz/question-list.tsx';
import { QuizTop } from '#app/components/quiz/quiz-top.tsx';
import { useAnswerKeeper } from '#app/components/quiz/use-answer-keeper.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer, slotOf } from '#app/server/require-viewer.server.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { formatClock } from '#app/words/format.ts';
import type { Answer } from '#curriculum/quiz/question.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'learn');
  const view = await seeStep(world, viewer, { enrolmentId: params.enrolmentId!, step: params.step! });
  const here = `/enrolments/${params.enrolmentId}/steps/${params.step}`;
  if (view?.kind !== 'quiz') throw notFound();
  if (!view.attempt) return redirect(here);
  const item = view.attempt.items.find(({ slot }) => String(slot) === params.slot);
  if (!item) throw notFound();
  const t = translator({ language }, 'adviser');
  return {
    title: t('question.title', { slot: item.slot, of: view.attempt.items.length }),
    language,
    step: view.title,
    here,
    attemptId: view.attempt.id,
    dueAt: view.attempt.dueAt,
    now: world.now(),
    operationId: world.newId(),
    item,
    answered: view.attempt.items.map(({ slot, answer }) => ({ slot, answered: answer !== null })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'learn');
  const t = translator({ language }, 'adviser');
  const form = await readForm(request);
  const here = `/enrolments/${params.enrolmentId}/steps/${params.step}`;
  const next = form.text('next');
  // Continuing without an answer is allowed. The review page lists the missing answers.
  const outcome = await saveAnswer(world, viewer, {
    attemptId: form.text('attempt'),
    slot: slotOf(params.slot),
    answer: [...form.all('choice'), ...form.all('answer')],
  });
  if (outcome.ok) return redirect(next === 'review' ? `${here}/review` : `${here}/questions/${Number(next) || 1}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'handed-in':
      return redirect(here);
    case 'too-late':
      return data({ error: t('question.too-late') }, { status: 409 });
    case 'not-an-answer':
      return data({ error: t(`question.issue.${outcome.issue}`) }, { status: 400 });
  }
}

export default function QuestionPage() {
  const { step, language, here, attemptId, dueAt, now, operationId, item, answered } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { question, answer, slot } = item;
  const of = answered.length;
  const next = slot < of ? String(slot + 1) : 'review';
  const navigate = useNavigate();
  const { state, keep, restored } = useAnswerKeeper({ attemptId, operationId, here, slot });
  const [touched, setTouched] = useState<{ slot: number; tried: boolean }>();
  const mine = touched?.slot === slot ? touched : undefined;
  const error = sent?.error ?? (mine?.tried && state.is === 'refused' ? state.error : undefined);
  const answersOf = (form: HTMLFormElement) =>
    ['choice', 'answer'].flatMap((name) => new FormData(form).getAll(name).map(String));
  const onChange = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    setTouched({ slot, tried: false });
    keep(answersOf(currentTarget), false);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (mine && state.is !== 'saved') {
      setTouched({ slot, tried: true });
      keep(answersOf(event.currentTarget), true);
    }
    navigate(next === 'review' ? `${here}/review` : `${here}/questions/${next}`);
  };
  const first = question.options[0]
    ? `answer-${question.options[0].id}`
    : question.kind === 'true-false'
      ? 'answer-true'
      : 'answer';
  return (
    <>
      <QuizTop step={step[language]} dueAt={dueAt} now={now} language={language}>
        <SaveState state={state} language={language} answered={answer !== null} here={`${here}/questions/${slot}`} />
      </QuizTop>
      <QuestionList
        label={t('question.all')}
        items={answered.map((each) => ({ ...each, to: `${here}/questions/${each.slot}` }))}
        current={slot}
        words={{
          question: t('question.word'),
          answered: t('question.answered'),
          open: t('question.not-answered'),
          here: t('question.here'),
        }}
      />
      <ErrorSummary title={common('form.summary')} errors={error ? [{ id: first, message: error }] : []} />
      <Form method="post" key={`${slot}-${restored}`} onChange={onChange} onSubmit={onSubmit} noValidate>
        <input type="hidden" name="attempt" value={attemptId} />
        <input type="hidden" name="next" value={next} />
        <Question view={question} answer={answer} slot={slot} of={of} error={error} />
        <div className="handlinger rum-6">
          <button className="button button-primary" type="submit">
            {next === 'review' ? t('question.to-review') : t('question.go-on')}
          </button>
          {slot > 1 && (
            <Link className="button button-secondary" to={`${here}/questions/${slot - 1}`}>
              {t('question.before')}
            </Link>
          )}
          <Link className="tekstlink" to={`${here}/review`}>
            {t('question.see-all')}
          </Link>
        </div>
      </Form>
    </>
  );
}

type QuestionProps = {
  view: ReturnType<typeof useLoaderData<typeof loader>>['item']['question'];
  answer: Answer | null;
  slot: number;
  of: number;
  error: string | undefined;
};

function Question({ view, answer, slot, of, error }: QuestionProps) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const heading = (
    <>
      <p className="overlinje">{t('question.title', { slot, of })}</p>
      <h1 className="h2" lang="da">
        {view.text}
      </h1>
    </>
  );
  if (view.kind === 'numeric' || view.kind === 'short-text') {
    const value =
      answer && 'number' in answer
        ? String(answer.number).replace('.', ',')
        : answer && 'text' in answer
          ? answer.text
          : '';
    return (
      <>
        {heading}
        <Field
          id="answer"
          className="input-width-l"
          autoComplete="off"
          {...(view.kind === 'numeric' && { inputMode: 'decimal' as const })}
          label={view.unit ? t('question.answer-in', { unit: view.unit }) : t('question.answer')}
          hint={t(`question.hint.${view.kind}`)}
          errorWord={common('form.error')}
          error={error}
          defaultValue={value}
        />
      </>
    );
  }
  const several = view.kind === 'multiple';
  const options =
    view.kind === 'true-false'
      ? [
          { id: 'true', text: t('question.true') },
          { id: 'false', text: t('question.false') },
        ]
      : view.options;
  const chosen = answer && 'chosen' in answer ? answer.chosen : answer && 'said' in answer ? [String(answer.said)] : [];
  return (
    <fieldset className="felt">
      <legend>{heading}</legend>
      <p className="dus">{t(`question.hint.${view.kind}`)}</p>
      <div className="svar" {...(view.kind !== 'true-false' && { lang: 'da' })}>
        {options.map(({ id, text }) => (
          <div className="svar__m" key={id}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name="choice"
              id={`answer-${id}`}
              value={id}
              defaultChecked={chosen.includes(id)}
            />
            <label htmlFor={`answer-${id}`}>{text}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type SaveStateProps = {
  state: ReturnType<typeof useAnswerKeeper>['state'];
  language: 'da' | 'en';
  answered: boolean;
  here: string;
};

/** Shows where the answer is: on this device, being sent, or saved. It never says saved too early. */
function SaveState({ state, language, answered, here }: SaveStateProps) {
  const { t } = useTranslation('adviser');
  switch (state.is) {
    case 'resting':
      return answered && <Saved>{t('question.was-saved')}</Saved>;
    case 'saving':
      return t('question.saving');
    case 'saved':
      return <Saved>{t('question.saved', { at: formatClock(language, state.at) })}</Saved>;
    case 'refused':
      return `${t('question.not-saved')} ${state.error}`;
    case 'no-connection':
      return (
        <span>
          <b>{t('question.no-connection')}</b> {t('question.on-device')}
        </span>
      );
    case 'signed-out':
      return <SignedOutLine here={here} text={t('question.on-device-signed-out')} />;
  }
}

function Saved({ children }: { children: string }) {
  return (
    <>
      <Icon name="check" /> {children}
    </>
  );
}
