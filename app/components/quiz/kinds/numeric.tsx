import { useTranslation } from 'react-i18next';
import type { QuestionForm } from './kind.tsx';
import { TypedAnswer } from './typed-answer.tsx';

export const numeric: QuestionForm<'numeric'> = {
  Control({ view, given, heading, error }) {
    const { t } = useTranslation('adviser');
    const hint = t('question.hint.numeric');
    return (
      <TypedAnswer given={given} heading={heading} hint={hint} error={error} unit={view.unit} inputMode="decimal" />
    );
  },
  Given: ({ given }) => given[0],
};
