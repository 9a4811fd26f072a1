import { useTranslation } from 'react-i18next';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { type QuestionForm, QuestionGroup, useControlIds } from './kind.tsx';

export const matching: QuestionForm<'matching'> = {
  Control({ view: { pairs, matches }, given, heading, error }) {
    const lang = useTextLanguage();
    const { t } = useTranslation('adviser');
    const idOf = useControlIds();
    return (
      <QuestionGroup heading={heading} hint={t('question.hint.matching')} error={error}>
        <ul className="matching">
          {pairs.map(({ id, text }, at) => (
            <li key={id}>
              <label className="form-label" htmlFor={idOf(at)} lang={lang}>
                {text}
              </label>
              <select
                className="form-select input-width-l"
                name="answer"
                id={idOf(at)}
                defaultValue={given[at] ?? ''}
                lang={lang}
              >
                <option value="" lang={t('question.language')}>
                  {t('question.choose')}
                </option>
                {matches.map((match) => (
                  <option key={match.id} value={match.id}>
                    {match.text}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </QuestionGroup>
    );
  },
  Given({ view: { pairs, matches }, given }) {
    const { t } = useTranslation('adviser');
    const chosen = pairs.map(({ text }, at) => {
      const match = matches.find(({ id }) => id === given[at]);
      return match ? `${text} → ${match.text}` : '';
    });
    return (
      <>
        <Text>{chosen.filter(Boolean).join(' · ')}</Text>
        {chosen.includes('') && ` · ${t('question.missing', { count: chosen.filter((each) => !each).length })}`}
      </>
    );
  },
};
