import { useTranslation } from 'react-i18next';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { type QuestionForm, QuestionGroup, useControlIds } from './kind.tsx';

export const scale: QuestionForm<'scale'> = {
  Control({ view: { steps, ends }, given, heading, error }) {
    const lang = useTextLanguage();
    const { t } = useTranslation('adviser');
    const idOf = useControlIds();
    const end = (step: number) => (step === 1 ? ends.from : step === steps ? ends.to : '');
    return (
      <QuestionGroup heading={heading} hint={t('question.hint.scale')} error={error}>
        <div className="own-scale">
          {Array.from({ length: steps }, (_, at) => at + 1).map((step) => (
            <span className="own-scale__step" key={step}>
              <input
                type="radio"
                name="answer"
                id={idOf(step - 1)}
                value={step}
                defaultChecked={given.includes(String(step))}
              />
              <label htmlFor={idOf(step - 1)}>
                {step}
                {end(step) && (
                  <span className="sr-only" lang={lang}>
                    : {end(step)}
                  </span>
                )}
              </label>
            </span>
          ))}
        </div>
        <p className="own-scale__ends muted" lang={lang} aria-hidden="true">
          <span>{ends.from}</span> <span>{ends.to}</span>
        </p>
      </QuestionGroup>
    );
  },
  Given({ view: { steps, ends }, given }) {
    const { t } = useTranslation('adviser');
    return (
      <>
        {t('question.step-of', { step: given[0], of: steps })}{' '}
        <Text>
          (1: {ends.from}, {steps}: {ends.to})
        </Text>
      </>
    );
  },
};
