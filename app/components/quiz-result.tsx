import { useTranslation } from 'react-i18next';
import type { ResultView } from '../use-cases/learning/step-work.server.ts';
import { Icon } from './icon.tsx';

/** Every question of an attempt with what was answered, what was right, and why. */
export function QuizResult({ result }: { result: ResultView }) {
  const { t } = useTranslation('adviser');
  return (
    <section className="rum-7" aria-labelledby="answers">
      <h2 id="answers">{t('quiz.answers')}</h2>
      <ol className="tjek">
        {result.items.map(({ slot, text, feedback }) => (
          <li key={slot}>
            <Icon name={feedback.right ? 'check' : 'cross'} />
            <div lang="da">
              <p>
                <b>
                  {slot}. {text}
                </b>
              </p>
              <p>
                <b>{feedback.right ? t('quiz.right') : t('quiz.wrong')}</b>
              </p>
              {feedback.said && (
                <>
                  <p>
                    {t('quiz.you-said')} {feedback.said.answer || t('quiz.nothing')}. {t('quiz.expected')}{' '}
                    <b>{feedback.said.expected}</b>
                  </p>
                  <p className="dus">{feedback.said.feedback}</p>
                </>
              )}
              {feedback.options.length > 0 && (
                <ul>
                  {feedback.options.map((option) => (
                    <li key={option.text}>
                      {option.text}{' '}
                      <b>
                        (
                        {[
                          option.chosen ? t('quiz.chosen') : '',
                          option.correct ? t('quiz.correct') : t('quiz.incorrect'),
                        ]
                          .filter(Boolean)
                          .join(', ')}
                        )
                      </b>
                      <br />
                      <span className="dus">{option.feedback}</span>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
