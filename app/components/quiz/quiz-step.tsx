import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { PetalClosed } from '#app/components/certificate/seal.tsx';
import type { StepView } from '#app/use-cases/learning/see-step.server.ts';
import { formatInstant, formatNumber } from '#app/words/format.ts';
import { NotPassed } from './not-passed.tsx';
import { QuizResult } from './quiz-result.tsx';

type View = Extract<StepView, { kind: 'quiz' }>;
type Props = { view: View; title: string; language: 'da' | 'en'; shut?: string; children?: ReactNode };

/** A quiz before and after an attempt: the rules, the start button, and the result with every answer explained. */
export function QuizStep({ view, title, language, shut, children }: Props) {
  const { t } = useTranslation('adviser');
  const { attempt, result } = view;
  const here = `/enrolments/${view.enrolmentId}/steps/${view.id}`;
  const canStart = !shut && (view.state === 'ready' || view.state === 'cooling');
  return (
    <>
      {result?.passed && view.status === 'done' && <PetalClosed {...view.petals} />}
      <p className="overline">{view.title[language]}</p>
      <h1>{title}</h1>
      {result ? (
        <p className="lead">{t(result.passed ? 'quiz.counts' : 'quiz.needed', { needed: result.needed })}</p>
      ) : (
        <p className="lead">{t('quiz.lead', { needed: view.needed, of: view.questions })}</p>
      )}
      {view.status === 'done' && (
        <p className="actions">
          <Link className="button button-primary" to="/my-certificate">
            {t('quiz.onwards')} <Icon name="right" />
          </Link>
        </p>
      )}
      {result?.passed && view.status === 'done' && view.openLessons.length > 0 && (
        <p className="muted">{t('quiz.more-open', { count: view.openLessons.length })}</p>
      )}
      {shut && view.because?.reason !== 'cooling' && <Message lead={shut} />}
      {result && result.repeated > 0 && <p className="muted">{t('question.repeated', { count: result.repeated })}</p>}
      {children}
      {attempt && (
        <div className="next-action space-6">
          <p className="overline">{t('quiz.under-way')}</p>
          <p>{attempt.dueAt ? t('quiz.ends', { at: formatInstant(language, attempt.dueAt) }) : t('quiz.no-limit')}</p>
          <div className="actions">
            <Link
              className="button button-primary"
              to={`${here}/questions/${attempt.items.find(({ given }) => given.length === 0)?.slot ?? 1}`}
            >
              {t('quiz.continue')} <Icon name="right" />
            </Link>
          </div>
        </div>
      )}
      {canStart && (
        <section className="next-action space-6" aria-labelledby="before">
          <h2 className="h3" id="before">
            {result ? t('quiz.again') : t('quiz.before')}
          </h2>
          <ul>
            <li>
              {view.usualMinutes
                ? t('quiz.minutes-own', { minutes: formatNumber(language, view.minutes!, 1), usual: view.usualMinutes })
                : view.minutes
                  ? t('quiz.minutes', { minutes: view.minutes })
                  : t('quiz.no-limit')}
            </li>
            <li>{t('quiz.saved')}</li>
            {view.certainty && <li>{t(`quiz.certainty-${view.certainty}`)}</li>}
            <li>
              {t('quiz.attempts', {
                left: (view.attempts?.of ?? 1) - (view.attempts?.used ?? 0),
                of: view.attempts?.of ?? 1,
              })}
            </li>
          </ul>
          <Form method="post" className="actions">
            <button className="button button-primary" name="intent" value="start-quiz" type="submit">
              {t('quiz.start')}
            </button>
          </Form>
        </section>
      )}
      {result && !result.passed && <NotPassed view={view} result={result} language={language} />}
      {result && (
        <>
          <Facts
            rows={[
              result.ranOutAt
                ? [t('quiz.ran-out'), formatInstant(language, result.ranOutAt)]
                : [t('quiz.handed-in'), formatInstant(language, result.handedInAt)],
              [t('quiz.attempt'), t('quiz.attempt-of', { used: view.attempts?.used ?? 1, of: view.attempts?.of ?? 1 })],
            ]}
          />
          <QuizResult result={result} language={language} />
        </>
      )}
      {result?.passed && view.status === 'done' && (
        <section className="space-7" aria-labelledby="keep">
          <h2 className="h3" id="keep">
            {t('quiz.keep')}
          </h2>
          <p>
            {t('quiz.keep-text')} <Link to="/practice">{t('quiz.keep-link')}</Link>
          </p>
        </section>
      )}
      {result && view.status !== 'done' && (
        <p className="actions space-6">
          <Link className="text-link" to="/practice">
            {t('quiz.practise-now')}
          </Link>
          <Link className="text-link" to="/my-certificate">
            {t('step.back')}
          </Link>
        </p>
      )}
    </>
  );
}
