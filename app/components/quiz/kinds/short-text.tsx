import { useTranslation } from 'react-i18next';
import { Text } from '#app/components/base/text-language.tsx';
import type { QuestionForm } from './kind.tsx';
import { TypedAnswer } from './typed-answer.tsx';

export const shortText: QuestionForm<'short-text'> = {
  Control({ given, heading, error }) {
    const { t } = useTranslation('adviser');
    return <TypedAnswer given={given} heading={heading} hint={t('question.hint.short-text')} error={error} />;
  },
  Given: ({ given }) => <Text>{given[0]}</Text>,
};
