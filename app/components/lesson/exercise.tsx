import { useActionData, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { TextLanguage, useTextLanguage } from '#app/components/base/text-language.tsx';
import { ExplainedAnswer } from '#app/components/quiz/explained-answer.tsx';
import { QuestionControls } from '#app/components/quiz/kinds/question-controls.tsx';
import { VerdictBox } from '#app/components/quiz/verdict-box.tsx';
import { VerdictMark } from '#app/components/quiz/verdict-mark.tsx';
import type { ExerciseView } from '#app/use-cases/learning/exercises-of.server.ts';

type Props<View = ExerciseView> = {
  view: View;
  /** The address of the lesson. */
  here: string;
  /** What tells the form of this page from that of another. */
  operation: string;
  /** Why what was sent is no answer, and what was sent. */
  sent?: { error: string; given: string[] } | undefined;
};

/** Something to do in a lesson, with its state. After a try the page comes back here, and the focus with it; to its controls if it was refused. */
export function Exercise({
  view,
  here,
  operation,
  sent,
  number,
  language,
}: Props & { number: number; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const place = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (key !== 'default' && hash === `#${view.id}`) place.current?.focus();
  }, [hash, key, view.id]);
  const answer = useActionData<object>();
  const isRefused = Boolean(sent?.error);
  useEffect(() => {
    void answer;
    if (isRefused) document.getElementById(`${view.id}-answer`)?.focus();
  }, [answer, isRefused, view.id]);
  return (
    <section className="exercise" id={view.id} aria-labelledby={`${view.id}-title`} ref={place} tabIndex={-1}>
      <div className="exercise__head">
        <h3 id={`${view.id}-title`}>
          {t('exercise.title', { number })} <span className="muted">· {t(`exercise.kind.${view.is}`)}</span>
        </h3>
        <p className="exercise__state">
          <VerdictMark verdict={view.tries > 0 ? 'right' : 'empty'} />
          {t(view.tries > 0 ? 'exercise.tried' : view.required ? 'exercise.not-tried' : 'exercise.voluntary')}
        </p>
      </div>
      <TextLanguage value={view.language}>
        {view.is === 'check' && <Check view={view} here={here} operation={operation} sent={sent} language={language} />}
        {view.is === 'reveal' && <Reveal view={view} here={here} operation={operation} />}
        {view.is === 'checklist' && <Checklist view={view} here={here} operation={operation} />}
        {view.is === 'dialogue' && <DialogueCard view={view} here={here} />}
      </TextLanguage>
    </section>
  );
}

type TryProps = { id: string; here: string; operation: string; children: ReactNode };

function TryForm({ id, here, operation, children }: TryProps) {
  return (
    <Form method="post" action={`${here}#${id}`} noValidate>
      <input type="hidden" name="exercise" value={id} />
      <input type="hidden" name="operation" value={operation} />
      {children}
    </Form>
  );
}

type Of<Is extends ExerciseView['is']> = Extract<ExerciseView, { is: Is }>;

function Check({ view, here, operation, sent, language }: Props<Of<'check'>> & { language: 'da' | 'en' }) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  const { id, question, given, feedback, hint, answer, toRead } = view;
  const again = new URLSearchParams(useLocation().search).get('again') === id;
  const isOver = feedback && (feedback.verdict === 'right' || feedback.verdict === 'noted');
  const heading = (
    <p className="exercise__ask" lang={lang}>
      {question.text}
    </p>
  );
  if (isOver && !again && !sent)
    return (
      <>
        {heading}
        <VerdictBox feedback={feedback} hint={undefined} toRead={toRead} language={language} />
        <p className="only-screen">
          <Link className="text-link" to={`${here}?again=${id}#${id}`}>
            {t('exercise.again')}
          </Link>
        </p>
      </>
    );
  const shown = again ? [] : given;
  return (
    <TryForm id={id} here={here} operation={operation}>
      <QuestionControls
        key={shown.join(' ')}
        id={`${id}-answer`}
        view={question}
        given={sent?.given ?? shown}
        error={sent?.error}
        heading={heading}
      />
      {feedback && !again && !sent && (
        <VerdictBox feedback={feedback} hint={hint} toRead={toRead} language={language} />
      )}
      <div className="actions">
        <button className="button button-primary" name="intent" value="try" type="submit">
          {t(view.tries > 0 && !again ? 'exercise.answer-again' : 'exercise.answer')}
        </button>
      </div>
      {answer && !again && (
        <details className="disclosure">
          <summary>{t('exercise.show-answer')}</summary>
          <ExplainedAnswer feedback={answer} />
        </details>
      )}
    </TryForm>
  );
}

function Reveal({ view: { id, title, answer }, here, operation }: Props<Of<'reveal'>>) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <>
      <p className="exercise__ask" lang={lang}>
        {title}
      </p>
      {answer === undefined ? (
        <TryForm id={id} here={here} operation={operation}>
          <p className="muted">{t('exercise.think-first')}</p>
          <div className="actions">
            <button className="button button-secondary" name="intent" value="try" type="submit">
              {t('exercise.reveal')}
            </button>
          </div>
        </TryForm>
      ) : (
        <blockquote lang={lang} role="status">
          <p>{answer}</p>
        </blockquote>
      )}
    </>
  );
}

function Checklist({ view: { id, title, items, checked, tries }, here, operation }: Props<Of<'checklist'>>) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <TryForm id={id} here={here} operation={operation}>
      <fieldset className="field" key={checked.join(' ')}>
        <legend lang={lang}>
          <span className="exercise__ask">{title}</span>
        </legend>
        <div className="answers" lang={lang}>
          {items.map((item, at) => (
            <div className="answers__option" key={item}>
              <input
                type="checkbox"
                name="answer"
                id={`${id}-${at}`}
                value={at}
                defaultChecked={checked.includes(at)}
              />
              <label htmlFor={`${id}-${at}`}>{item}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <button className="button button-secondary" name="intent" value="try" type="submit">
          {t('exercise.keep')}
        </button>
        {tries > 0 && (
          <p className="muted" role="status">
            {t('exercise.checked', { count: checked.length, of: items.length })}
          </p>
        )}
      </div>
    </TryForm>
  );
}

function DialogueCard({ view: { id, title, scene, found, of }, here }: Omit<Props<Of<'dialogue'>>, 'operation'>) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <>
      <p className="exercise__ask" lang={lang}>
        {title}
      </p>
      <p lang={lang}>{scene}</p>
      <p className="actions only-screen">
        <Link className="button button-secondary" to={`${here}/dialogues/${id}`}>
          {t(found > 0 ? 'exercise.talk-again' : 'exercise.talk')}
        </Link>
        {found > 0 && <span className="muted">{t('dialogue.found', { found, of })}</span>}
      </p>
    </>
  );
}
