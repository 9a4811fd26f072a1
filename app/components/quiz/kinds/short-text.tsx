import { useTranslation } from 'react-i18next';
import type { QuestionForm } from './kind.tsx';
import { TypedAnswer } from './typed-answer.tsx';

export const shortText: QuestionForm<'short-text'> = {
  Control({ given, heading, error }) {
    const { t } = useTranslation('adviser');
    return <TypedAnswer given={given} heading={heading} hint={t('question.hint.short-text')} error={error} />;
  },
  Given: ({ given }) => <span lang="da">{given[0]}</span>,
};
