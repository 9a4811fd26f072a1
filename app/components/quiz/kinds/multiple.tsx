import { useTranslation } from 'react-i18next';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { Choices, chosenTexts } from './choices.tsx';
import type { QuestionForm } from './kind.tsx';

export const multiple: QuestionForm<'multiple'> = {
  Control({ view, given, heading }) {
    const { t } = useTranslation('adviser');
    const lang = useTextLanguage();
    const hint = t('question.hint.multiple');
    return <Choices type="checkbox" options={view.options} given={given} heading={heading} hint={hint} lang={lang} />;
  },
  Given: ({ view, given }) => <Text>{chosenTexts(view.options, given)}</Text>,
};
