import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { SignedOutLine } from '#app/components/base/signed-out-line.tsx';
import { NotTranslated, TextLanguage } from '#app/components/base/text-language.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { broughtOrLoaded } from '#app/components/quiz/brought-page.ts';
import { CaseText } from '#app/components/quiz/case-text.tsx';
import { CertaintyControls } from '#app/components/quiz/kinds/certainty.tsx';
import { QuestionControls } from '#app/components/quiz/kinds/question-controls.tsx';
import { addressOf } from '#app/components/quiz/question-address.ts';
import { QuestionList } from '#app/components/quiz/question-list.tsx';
import { QuizTop } from '#app/components/quiz/quiz-top.tsx';
import { sentAnswer } from '#app/components/quiz/sent-answer.ts';
import { useAnswerKeeper } from '#app/components/quiz/use-answer-keeper.ts';
import { useTimeUp } from '#app/components/quiz/use-time-up.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { questionPage, stepAddress, withoutAttempt } from '#app/server/quiz-pages.server.ts';
import { notFound, requireFormViewer, requireViewer, slotOf } from '#app/server/require-viewer.server.ts';
import { flagQuestion } from '#app/use-cases/learning/quiz/flag-question.server.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { formatClock } from '#app/words/format.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asking = requireViewer(context, request, 'learn');
  const place = { enrolmentId: params.enrolmentId!, step: params.step!, slot: params.slot! };
  const page = await questionPage(asking, place);
  if (!page) throw await withoutAttempt(asking, place);
  return page;
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  broughtOrLoaded(request, serverLoader<typeof loader>);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'learn');
  const t = translator({ language }, 'adviser');
  const form = await readForm(request);
  const here = stepAddress({ enrolmentId: params.enrolmentId!, step: params.step! });
  const next = form.text('next');
  const { answer: given, movedTo } = sentAnswer(form.fields());
  const certainty = form.text('certainty');
  // Continuing without an answer is allowed. The review page lists the missing answers.
  const outcome = await saveAnswer(world, viewer, {
    attemptId: form.text('attempt'),
    slot: slotOf(params.slot),
    answer: given,
    certainty,
  });
  if (outcome.ok && movedTo !== undefined)
    return redirect(`${here}/questions/${params.slot}#${movedTo > 0 ? `answer-${movedTo + 1}` : 'answer'}`);
  const flag = form.text('flag');
  if (outcome.ok && flag) {
    await flagQuestion(world, viewer, {
      attemptId: form.text('attempt'),
      slot: slotOf(params.slot),
      flagged: flag === 'on',
    });
    return redirect(`${here}/questions/${params.slot}`);
  }
  if (outcome.ok) return redirect(addressOf(here, next === 'review' ? next : String(Number(next) || 1)));
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'handed-in':
      return redirect(here);
    case 'too-late':
      if (outcome.over) return redirect(here);
      return data({ error: t('question.too-late'), given, certainty }, { status: 409 });
    case 'not-an-answer':
      return data({ error: t(`question.issue.${outcome.issue}`), given, certainty }, { status: 400 });
  }
}

export default function QuestionPage() {
  const {
    step,
    language,
    here,
    attemptId,
    dueAt,
    now,
    signedInUntil,
    operationId,
    item,
    certainty,
    answered,
    repeated,
  } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { question, given, slot } = item;
  const of = answered.length;
  const next = slot < of ? String(slot + 1) : 'review';
  const navigate = useNavigate();
  const { state, keep, send, restored } = useAnswerKeeper({ attemptId, operationId, here, slot, next, dueAt });
  const settled = state.is === 'resting' || state.is === 'saved' || state.is === 'refused';
  const kept = state.is === 'saved' || state.is === 'resting';
  const isUp = useTimeUp({ attemptId, here, dueAt, now, sendNow: send, settled });
  const [touched, setTouched] = useState<{ slot: number; tried: boolean }>();
  const mine = touched?.slot === slot ? touched : undefined;
  const error = sent?.error ?? (mine?.tried && state.is === 'refused' ? state.error : undefined);
  const givenIn = (form: HTMLFormElement) => {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    return { ...sentAnswer(fields), certainty: fields.find(([name]) => name === 'certainty')?.[1] ?? '' };
  };
  const onChange = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    if (isUp) return;
    setTouched({ slot, tried: false });
    keep(givenIn(currentTarget), false);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    // The mark is saved by the server, together with the answer.
    if ((event.nativeEvent as SubmitEvent).submitter?.getAttribute('name') === 'flag') return;
    event.preventDefault();
    if (!isUp && mine && state.is !== 'saved') {
      setTouched({ slot, tried: true });
      keep(givenIn(event.currentTarget), true);
    }
    navigate(addressOf(here, next));
  };
  return (
    <>
      <QuizTop
        step={step[language]}
        dueAt={isUp ? null : dueAt}
        now={now}
        signedInUntil={signedInUntil}
        saved={kept}
        language={language}
      >
        {isUp ? (
          t('question.time-is-up')
        ) : (
          <SaveState state={state} language={language} answered={given.length > 0} here={`${here}/questions/${slot}`} />
        )}
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
          flagged: t('question.flagged'),
        }}
      />
      {repeated > 0 && slot === 1 && <Message lead={t('question.repeated', { count: repeated })} />}
      <ErrorSummary title={common('form.summary')} errors={error ? [{ id: 'answer', message: error }] : []} />
      <NotTranslated told={item.language} language={language} what="question" />
      <TextLanguage value={item.language}>
        {item.case && <CaseText {...item.case} />}
        <Form method="post" key={`${slot}-${restored}`} onChange={onChange} onSubmit={onSubmit} noValidate>
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="next" value={next} />
          <QuestionControls
            view={question}
            given={sent?.given ?? given}
            error={error}
            heading={
              <>
                <p className="overline">{t('question.title', { slot, of })}</p>
                <h1 className="h2" lang={item.language}>
                  {question.text}
                </h1>
              </>
            }
          />
          {certainty && question.kind !== 'scale' && (
            <CertaintyControls given={sent?.certainty ?? item.certainty} scored={certainty === 'scored'} />
          )}
          <div className="actions space-6">
            <button className="button button-primary" type="submit">
              {next === 'review' ? t('question.to-review') : t('question.go-on')}
            </button>
            {slot > 1 && (
              <Link className="button button-secondary" to={`${here}/questions/${slot - 1}`}>
                {t('question.before')}
              </Link>
            )}
            <button className="link-button" name="flag" value={item.flagged ? 'off' : 'on'} type="submit">
              {t(item.flagged ? 'question.unflag' : 'question.flag')}
            </button>
            <Link className="text-link" to={`${here}/review`}>
              {t('question.see-all')}
            </Link>
          </div>
        </Form>
      </TextLanguage>
    </>
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
