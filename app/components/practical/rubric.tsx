import { useTranslation } from 'react-i18next';
import type { StepView } from '#app/use-cases/learning/see-step.server.ts';

type View = Extract<StepView, { kind: 'practical' }>;
type Props = Pick<View, 'rubric' | 'passMark'> & { language: 'da' | 'en' };

/** What a hand-in is judged by, before it is: the criteria, their levels, and what is enough. */
export function Rubric({ rubric, passMark, language }: Props) {
  const { t } = useTranslation('adviser');
  return (
    <>
      <ul>
        {rubric.map(({ id, title, levels, mustPass }) => (
          <li key={id}>
            {title[language]}
            {mustPass && levels && (
              <> ({t('practical.at-least', { level: levels.find((each) => each.id === mustPass)?.title[language] })})</>
            )}
            {levels && (
              <ul>
                {levels.map((level) => (
                  <li key={level.id}>
                    <b>{level.title[language]}</b>, {t('practical.points', { count: level.points })}:{' '}
                    {level.descriptor[language]}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {passMark && <p>{t('practical.needs-points', { points: passMark.points, of: passMark.of })}</p>}
    </>
  );
}
