import { useTranslation } from 'react-i18next';
import type { DraftExercise as Exercise } from '#app/use-cases/drafts/see-draft-step.server.ts';
import { KeyedQuestion } from './keyed-question.tsx';
import { WholeDialogue } from './whole-dialogue.tsx';

type Props = { exercise: Exercise; number: number; language: 'da' | 'en' };

/** An exercise with all that it would show in turn. There is nothing to send: whoever reads a draft is not learning. */
export function DraftExercise({ exercise, number, language }: Props) {
  const { t } = useTranslation('adviser');
  const { t: leader } = useTranslation('leader');
  return (
    <section className="exercise" id={exercise.id} aria-labelledby={`${exercise.id}-title`}>
      <div className="exercise__head">
        <h3 id={`${exercise.id}-title`}>
          {t('exercise.title', { number })} <span className="muted">· {t(`exercise.kind.${exercise.is}`)}</span>
        </h3>
        <p className="exercise__state">{exercise.required ? leader('draft.required') : t('exercise.voluntary')}</p>
      </div>
      <Shown exercise={exercise} language={language} />
    </section>
  );
}

function Shown({ exercise, language }: Omit<Props, 'number'>) {
  const { t } = useTranslation('adviser');
  switch (exercise.is) {
    case 'check':
      return <KeyedQuestion question={exercise.question} language={language} />;
    case 'reveal':
      return (
        <>
          <p className="exercise__ask" lang={exercise.language}>
            {exercise.ask}
          </p>
          <p className="muted">{t('exercise.think-first')}</p>
          <blockquote lang={exercise.language}>
            <p>{exercise.answer}</p>
          </blockquote>
        </>
      );
    case 'checklist':
      return (
        <div lang={exercise.language}>
          <p className="exercise__ask">{exercise.title}</p>
          <ul>
            {exercise.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      );
    case 'dialogue':
      return (
        <>
          <div lang={exercise.language}>
            <p className="exercise__ask">{exercise.dialogue.title}</p>
            <p>{exercise.dialogue.scene}</p>
          </div>
          <WholeDialogue id={exercise.id} dialogue={exercise.dialogue} told={exercise.language} />
        </>
      );
  }
}
