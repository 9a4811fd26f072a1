import { useTranslation } from 'react-i18next';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import type { ResultView } from '#app/use-cases/learning/quiz/find-quiz-work.server.ts';

type Item = ResultView['items'][number];

/** Every question of an attempt with the given answer, the right answer and why. Wrong answers come first. */
export function QuizResult({ result }: { result: ResultView }) {
  const { t } = useTranslation('adviser');
  const wrong = result.items.filter(({ feedback }) => feedback.verdict !== 'right');
  const right = result.items.filter(({ feedback }) => feedback.verdict === 'right');
  return (
    <section className="space-7" aria-labelledby="answers">
      <h2 id="answers">{t('quiz.answers')}</h2>
      {wrong.length > 0 && <Answers items={wrong} />}
      {right.length > 0 && (
        <details className="disclosure" open={wrong.length === 0}>
          <summary>{t('quiz.show-right', { count: right.length })}</summary>
          <Answers items={right} />
        </details>
      )}
    </section>
  );
}

function Answers({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('adviser');
  return (
    <ol className="answer-list">
      {items.map(({ slot, text, feedback }) => (
        <li key={slot}>
          {feedback.verdict === 'right' ? <NodeMark kind="lesson" status="done" /> : <WrongMark />}
          <div>
            <p lang="da">
              <b>
                {slot}. {text}
              </b>
            </p>
            <p>
              <b>{feedback.verdict === 'right' ? t('quiz.right') : t('quiz.wrong')}</b>
            </p>
            {feedback.said && (
              <>
                <p>
                  {feedback.said.answer ? (
                    <>
                      {t('quiz.you-said')} <span lang="da">{feedback.said.answer}</span>.
                    </>
                  ) : (
                    t('quiz.nothing')
                  )}{' '}
                  {t('quiz.expected')} <b lang="da">{feedback.said.expected}</b>
                </p>
                <p className="muted" lang="da">
                  {feedback.said.feedback}
                </p>
              </>
            )}
            {feedback.options.length > 0 && (
              <ul>
                {feedback.options.map((option) => (
                  <li key={option.text}>
                    <span lang="da">{option.text}</span>{' '}
                    <b>
                      (
                      {[option.chosen ? t('quiz.chosen') : '', option.correct ? t('quiz.correct') : t('quiz.incorrect')]
                        .filter(Boolean)
                        .join(', ')}
                      )
                    </b>
                    <br />
                    <span className="muted" lang="da">
                      {option.feedback}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function WrongMark() {
  return (
    <svg className="node" viewBox="0 0 36 36" aria-hidden="true">
      <path d="M5 5h26v26H5zM12.5 12.5l11 11M23.5 12.5l-11 11" fill="none" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  );
}
