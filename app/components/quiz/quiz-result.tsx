import { useTranslation } from 'react-i18next';
import { Message } from '#app/components/base/message.tsx';
import { NotTranslated, TextLanguage } from '#app/components/base/text-language.tsx';
import type { ResultView } from '#app/use-cases/learning/quiz/find-quiz-work.server.ts';
import { ExplainedAnswer } from './explained-answer.tsx';
import { ToRead } from './to-read.tsx';
import { VerdictMark } from './verdict-mark.tsx';

type Item = ResultView['items'][number];
type Props = { result: ResultView; language: 'da' | 'en' };

/** Every question of an attempt with the given answer, the right answer and why. What was not right comes first. */
export function QuizResult({ result, language }: Props) {
  const { t } = useTranslation('adviser');
  const wrong = result.items.filter(({ feedback }) => feedback.verdict !== 'right');
  const right = result.items.filter(({ feedback }) => feedback.verdict === 'right');
  return (
    <section className="space-7" aria-labelledby="answers">
      <h2 id="answers">{t('quiz.answers')}</h2>
      <NotTranslated
        told={result.items.every((each) => each.language === language) ? language : 'da'}
        language={language}
        what="questions"
      />
      {result.late > 0 && <Message lead={t('quiz.late', { count: result.late })} />}
      {result.hidesKey && <p className="muted">{t('quiz.key-later')}</p>}
      {wrong.length > 0 && <Answers items={wrong} language={language} />}
      {right.length > 0 && (
        <details className="disclosure" open={wrong.length === 0}>
          <summary>{t('quiz.show-right', { count: right.length })}</summary>
          <Answers items={right} language={language} />
        </details>
      )}
    </section>
  );
}

function Answers({ items, language }: { items: readonly Item[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  return (
    <ol className="answer-list">
      {items.map(({ slot, text, feedback, certainty, toRead, language: told }) => (
        <li key={slot}>
          <VerdictMark verdict={feedback.verdict} />
          <div>
            <p lang={told}>
              <b>
                {slot}. {text}
              </b>
            </p>
            <p>
              <b>{t(`quiz.verdict.${feedback.verdict}`)}</b>{' '}
              {certainty && `${t('quiz.certain')} ${t(`question.certainty.${certainty}`)}.`}
            </p>
            <TextLanguage value={told}>
              <ExplainedAnswer feedback={feedback} />
            </TextLanguage>
            <ToRead toRead={toRead} language={language} />
          </div>
        </li>
      ))}
    </ol>
  );
}
