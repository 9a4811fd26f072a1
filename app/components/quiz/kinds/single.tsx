import { useTranslation } from 'react-i18next';
import { Choices, chosenTexts } from './choices.tsx';
import type { QuestionForm } from './kind.tsx';

export const single: QuestionForm<'single'> = {
  Control({ view, given, heading }) {
    const { t } = useTranslation('adviser');
    const hint = t('question.hint.single');
    return <Choices type="radio" options={view.options} given={given} heading={heading} hint={hint} lang="da" />;
  },
  Given: ({ view, given }) => <span lang="da">{chosenTexts(view.options, given)}</span>,
};
