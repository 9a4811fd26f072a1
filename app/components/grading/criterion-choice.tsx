import { useTranslation } from 'react-i18next';
import { FieldSet } from '#app/components/base/field-set.tsx';
import type { SubmissionToGrade } from '#app/use-cases/grading/see-submission.server.ts';

type Props = {
  criterion: SubmissionToGrade['rubric'][number];
  number: number;
  language: 'da' | 'en';
  /** The language of the text of the task, which says what the criterion asks for. */
  told: 'da' | 'en';
  chosen: string | undefined;
  error: string | undefined;
};

const judgements = ['missing', 'met'] as const;

/** One criterion of the rubric: met or not, or one of its levels. */
export function CriterionChoice({ criterion, number, language, told, chosen, error }: Props) {
  const { t } = useTranslation('leader');
  const { id, title, asks, levels, mustPass } = criterion;
  const name = `criterion.${id}`;
  const least = levels?.find((level) => level.id === mustPass);
  return (
    <FieldSet id={`met-${id}`} legend={`${number}. ${title[language]}`} error={error} className="rubric">
      {asks && (
        <div className="muted" lang={told}>
          <p>{asks.lead}</p>
          <ul>
            {asks.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      )}
      {least && <p className="muted">{t('grade.must-reach', { level: least.title[language] })}</p>}
      {levels ? (
        <div className="levels">
          {levels.map((level, at) => (
            <div key={level.id}>
              <input
                type="radio"
                name={name}
                // The summary of errors leads to the first one.
                id={at === 0 ? `met-${id}` : `met-${id}-${level.id}`}
                value={level.id}
                defaultChecked={chosen === level.id}
              />
              <label htmlFor={at === 0 ? `met-${id}` : `met-${id}-${level.id}`}>
                <span className="levels__head">
                  <b>{level.title[language]}</b>
                  <span>{t('grade.points', { count: level.points })}</span>
                </span>
                <span className="levels__text">{level.descriptor[language]}</span>
              </label>
            </div>
          ))}
        </div>
      ) : (
        <div className="scale scale--two">
          {judgements.map((judgement) => (
            <div key={judgement}>
              <input
                type="radio"
                name={name}
                id={`${judgement}-${id}`}
                value={judgement}
                defaultChecked={chosen === judgement}
              />
              <label htmlFor={`${judgement}-${id}`}>{t(`grade.judgement.${judgement}`)}</label>
            </div>
          ))}
        </div>
      )}
    </FieldSet>
  );
}
