import { useTranslation } from 'react-i18next';
import { Prose } from '#app/components/base/field.tsx';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { type ControlProps, type QuestionForm, QuestionGroup, useControlIds } from './kind.tsx';

type Gap = ControlProps<'cloze'>['view']['gaps'][number];

export const cloze: QuestionForm<'cloze'> = {
  Control({ view: { passage, gaps }, given, heading, error }) {
    const lang = useTextLanguage();
    const { t } = useTranslation('adviser');
    return (
      <QuestionGroup heading={heading} hint={t('question.hint.cloze')} error={error}>
        <Prose name="answer" />
        <div className="cloze" lang={lang}>
          {passage.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>
              {/* Every second piece is the number of a gap. */}
              {paragraph.split(/\{\{(\d+)\}\}/).map((piece, place) => {
                if (place % 2 === 0) return piece;
                const at = Number(piece) - 1;
                return <GapControl key={piece} gap={gaps[at]!} at={at} given={given[at] ?? ''} />;
              })}
            </p>
          ))}
        </div>
      </QuestionGroup>
    );
  },
  Given({ view: { gaps }, given }) {
    const { t } = useTranslation('adviser');
    const filled = gaps.map((gap, at) => {
      const value = given[at] ?? '';
      return gap.is === 'chosen' ? (gap.options.find(({ id }) => id === value)?.text ?? '') : value;
    });
    return (
      <>
        <Text>{filled.filter(Boolean).join(' · ')}</Text>
        {filled.includes('') && ` · ${t('question.missing', { count: filled.filter((each) => !each).length })}`}
      </>
    );
  },
};

function GapControl({ gap, at, given }: { gap: Gap; at: number; given: string }) {
  const { t } = useTranslation('adviser');
  const idOf = useControlIds();
  const name = t('question.gap', { number: at + 1 });
  return (
    <span className="cloze__gap">
      <label className="sr-only" htmlFor={idOf(at)}>
        {name}: {gap.before}
      </label>
      {gap.is === 'chosen' ? (
        <select className="form-select" name="answer" id={idOf(at)} defaultValue={given}>
          <option value="" lang={t('question.language')}>
            {t('question.choose')}
          </option>
          {gap.options.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          className={gap.is === 'number' ? 'form-input cloze__number' : 'form-input cloze__word'}
          name="answer"
          id={idOf(at)}
          autoComplete="off"
          inputMode={gap.is === 'number' ? 'decimal' : undefined}
          defaultValue={given}
        />
      )}
      {gap.unit && ` ${gap.unit}`}
    </span>
  );
}
