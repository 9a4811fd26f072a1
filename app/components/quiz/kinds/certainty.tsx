import { useTranslation } from 'react-i18next';
import { useControlIds } from './kind.tsx';

/** How certain somebody is of an answer, from a guess to wholly certain; it is sent as `certainty`. */
export const certainties = ['1', '2', '3', '4'] as const;

type Props = { given: string; scored: boolean };

/** Four radios under a question. */
export function CertaintyControls({ given, scored }: Props) {
  const { t } = useTranslation('adviser');
  const idOf = useControlIds();
  return (
    <fieldset className="field certainty">
      <legend>{t('question.certainty.title')}</legend>
      <p className="muted">{t(scored ? 'question.certainty.scored' : 'question.certainty.asked')}</p>
      <div className="certainty__row">
        {certainties.map((each) => {
          const id = `${idOf(0)}-certainty-${each}`;
          return (
            <span className="certainty__choice" key={each}>
              <input type="radio" name="certainty" id={id} value={each} defaultChecked={given === each} />
              <label htmlFor={id}>
                <svg viewBox="0 0 44 10" aria-hidden="true">
                  {certainties.map((bar, at) => (
                    <rect
                      key={bar}
                      x={at * 11 + 1}
                      y="1"
                      width="8"
                      height="8"
                      fill={bar <= each ? 'var(--petrol)' : 'none'}
                      stroke="var(--petrol)"
                    />
                  ))}
                </svg>
                {t(`question.certainty.${each}`)}
              </label>
            </span>
          );
        })}
      </div>
    </fieldset>
  );
}
