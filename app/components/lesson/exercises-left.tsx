import { useTranslation } from 'react-i18next';
import { VerdictMark } from '#app/components/quiz/verdict-mark.tsx';
import type { ExerciseView } from '#app/use-cases/learning/exercises-of.server.ts';

/** What must still be tried before the lesson is read, with a link to each. */
export function ExercisesLeft({ exercises, left }: { exercises: readonly ExerciseView[]; left: readonly string[] }) {
  const { t } = useTranslation('adviser');
  const numbered = exercises.map((each, at) => ({ ...each, number: at + 1 }));
  const first = numbered.find(({ id }) => id === left[0]);
  return (
    <section className="exercises-left" aria-labelledby="exercises-left">
      <h3 id="exercises-left">{t('exercise.left', { count: left.length })}</h3>
      <p>{t('exercise.left-why')}</p>
      <ul className="plain-list">
        {numbered
          .filter(({ required }) => required)
          .map(({ id, title, number, language }) => {
            const isLeft = left.includes(id);
            return (
              <li key={id}>
                <VerdictMark verdict={isLeft ? 'empty' : 'right'} />
                <p>
                  <span className="sr-only">{t(isLeft ? 'exercise.not-tried' : 'exercise.tried')}: </span>
                  {isLeft ? (
                    <a href={`#${id}`} lang={language}>
                      {number}. {title}
                    </a>
                  ) : (
                    <span lang={language}>
                      {number}. {title}
                    </span>
                  )}
                </p>
              </li>
            );
          })}
      </ul>
      {first && (
        <p className="actions only-screen">
          <a className="button button-primary" href={`#${first.id}`}>
            {t('exercise.go-to', { number: first.number })}
          </a>
        </p>
      )}
    </section>
  );
}
