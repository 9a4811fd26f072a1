import { useTranslation } from 'react-i18next';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { Choices, chosenTexts } from './choices.tsx';
import type { QuestionForm } from './kind.tsx';

export const multiple: QuestionForm<'multiple'> = {
  Control({ view, given, heading, error }) {
    const { t } = useTranslation('adviser');
    const lang = useTextLanguage();
    const hint = t('question.hint.multiple');
    const choices = { options: view.options, given, heading, hint, error, lang };
    return <Choices type="checkbox" {...choices} />;
  },
  Given: ({ view, given }) => <Text>{chosenTexts(view.options, given)}</Text>,
};
