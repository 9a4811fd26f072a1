import { useTranslation } from 'react-i18next';
import { Choices, chosenTexts } from './choices.tsx';
import type { QuestionForm } from './kind.tsx';

export const trueFalse: QuestionForm<'true-false'> = {
  Control({ given, heading, error }) {
    const { t } = useTranslation('adviser');
    return (
      <Choices
        type="radio"
        options={useTrueFalse()}
        given={given}
        heading={heading}
        error={error}
        hint={t('question.hint.true-false')}
      />
    );
  },
  Given({ given }) {
    return chosenTexts(useTrueFalse(), given);
  },
};

function useTrueFalse() {
  const { t } = useTranslation('adviser');
  return [
    { id: 'true', text: t('question.true') },
    { id: 'false', text: t('question.false') },
  ];
}
