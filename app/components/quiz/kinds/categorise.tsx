import { useTranslation } from 'react-i18next';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { type QuestionForm, QuestionGroup, useControlIds } from './kind.tsx';

export const categorise: QuestionForm<'categorise'> = {
  Control({ view: { categories, items }, given, heading, error }) {
    const lang = useTextLanguage();
    const { t } = useTranslation('adviser');
    const idOf = useControlIds();
    return (
      <QuestionGroup heading={heading} hint={t('question.hint.categorise')} error={error}>
        <div className={`piles piles--${categories.length}`} lang={lang}>
          <div className="piles__head" aria-hidden="true">
            <span />
            {categories.map(({ id, text }) => (
              <b key={id}>{text}</b>
            ))}
          </div>
          {items.map((item, row) => (
            <div className="piles__row" role="radiogroup" aria-labelledby={`${idOf(0)}-item-${item.id}`} key={item.id}>
              <span id={`${idOf(0)}-item-${item.id}`}>{item.text}</span>
              {categories.map(({ id, text }, column) => {
                const control = idOf(row * categories.length + column);
                const value = `${item.id}-${id}`;
                return (
                  <span className="piles__choice" key={id}>
                    <input
                      type="radio"
                      name={`answer-${item.id}`}
                      id={control}
                      value={value}
                      defaultChecked={given.includes(value)}
                    />
                    <label htmlFor={control}>
                      <span>{text}</span>
                    </label>
                  </span>
                );
              })}
            </div>
          ))}
        </div>
      </QuestionGroup>
    );
  },
  Given({ view: { categories, items }, given }) {
    const { t } = useTranslation('adviser');
    const put = categories.map((category) => ({
      text: category.text,
      items: items.filter(({ id }) => given.includes(`${id}-${category.id}`)).map(({ text }) => text),
    }));
    const missing = items.length - put.flatMap((each) => each.items).length;
    return (
      <>
        <Text>
          {put
            .filter((each) => each.items.length > 0)
            .map((each) => `${each.text}: ${each.items.join(', ')}`)
            .join(' · ')}
        </Text>
        {missing > 0 && ` · ${t('question.missing', { count: missing })}`}
      </>
    );
  },
};
