import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { answerOrder } from './step-order.ts';

type Props = {
  /** Several of these may stand on one page. */
  id?: string;
  fields: { answer: string; reason: string } | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Yes, no or later; whoever says no or later says why. */
export function AnswerFields({ id = '', fields, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <>
      <FieldSet id={`${id}answer`} legend={t('answer.what')} error={errorOf('answer')} className="field">
        <div className="answers">
          {answerOrder.map((value) => (
            <div className="answers__option" key={value}>
              <input
                type="radio"
                name="answer"
                id={`${id}answer-${value}`}
                value={value}
                defaultChecked={fields?.answer === value}
              />
              <label htmlFor={`${id}answer-${value}`}>{t(`answer.${value}`)}</label>
            </div>
          ))}
        </div>
      </FieldSet>
      <TextArea
        id={`${id}reason`}
        name="reason"
        label={t('answer.reason')}
        hint={t('answer.reason-hint')}
        error={errorOf('reason')}
        defaultValue={fields?.reason ?? ''}
        rows={3}
      />
    </>
  );
}
