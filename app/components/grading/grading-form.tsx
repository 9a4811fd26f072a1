import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { SubmissionToGrade } from '#app/use-cases/grading/see-submission.server.ts';
import { DecisionChoice } from './decision-choice.tsx';

type Props = {
  view: Pick<SubmissionToGrade, 'name' | 'rubric' | 'told' | 'attempts'>;
  language: 'da' | 'en';
  sent:
    | { field: string; error: string; decision: string; judged: Record<string, string>; feedback: string }
    | undefined;
};

const judgements = ['missing', 'met'] as const;
const decisions = ['accepted', 'returned', 'rejected'] as const;

/** The rubric, the decision and the words to the adviser. */
export function GradingForm({ view: { name, rubric, told, attempts }, language, sent }: Props) {
  const { t } = useTranslation('leader');
  const errorOf = (field: string) => (sent?.field === field ? sent.error : undefined);
  return (
    <Form method="post" noValidate>
      {rubric.map(({ id, title, asks }, at) => (
        <FieldSet
          key={id}
          id={`met-${id}`}
          legend={`${at + 1}. ${title[language]}`}
          error={errorOf(`met-${id}`)}
          className="rubric"
        >
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
          <div className="scale scale--two">
            {judgements.map((judgement) => (
              <div key={judgement}>
                <input
                  type="radio"
                  name={`criterion.${id}`}
                  id={`${judgement}-${id}`}
                  value={judgement}
                  defaultChecked={sent?.judged[id] === judgement}
                />
                <label htmlFor={`${judgement}-${id}`}>{t(`grade.judgement.${judgement}`)}</label>
              </div>
            ))}
          </div>
        </FieldSet>
      ))}
      <DecisionChoice
        legend={t('grade.decision')}
        choices={decisions.map((value) => ({
          value,
          label: t(`grade.choice.${value}`),
          text: t(`grade.choice-text.${value}`, { used: attempts.used + 1, of: attempts.of }),
        }))}
        chosen={sent?.decision}
        error={errorOf('decision-accepted')}
      />
      <TextArea
        id="feedback"
        label={t('grade.feedback', { name: name ?? '' })}
        hint={t('grade.feedback-hint')}
        error={errorOf('feedback')}
        defaultValue={sent?.feedback ?? ''}
      />
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="grade">
          {t('grade.send')}
        </button>
        <button className="button button-secondary" type="submit" name="intent" value="release">
          {t('grade.release')}
        </button>
      </div>
    </Form>
  );
}
