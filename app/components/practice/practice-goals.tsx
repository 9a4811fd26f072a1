import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { GoalView } from '#app/use-cases/practice/practice-view-of.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  goals: readonly GoalView[];
  today: string;
  language: 'da' | 'en';
  /** The address that begins practice of a goal. */
  toOf(goal: GoalView): string;
};

const shownAtFirst = 6;

/** Each goal with how well it is known and when it comes again. The two weakest stand on top, the rest below. */
export function PracticeGoals({ goals, ...same }: Props) {
  const { t } = useTranslation('practice');
  const slip = goals.filter(({ strength }) => strength === 'slips').length;
  const firm = goals.filter(({ strength }) => strength === 'firm').length;
  const asked = goals.some((goal) => goal.asked > 0);
  const more = goals.slice(shownAtFirst);
  return (
    <section className="space-7" aria-labelledby="goals">
      <h2 id="goals">{t('goals.title')}</h2>
      <p className="lead">
        {asked
          ? [
              slip > 0 ? t('goals.slip', { count: slip }) : t('goals.none'),
              firm > 0 && t('goals.firm', { count: firm }),
            ]
              .filter(Boolean)
              .join(' ')
          : t('goals.nothing')}
      </p>
      <GoalList goals={goals.slice(0, shownAtFirst)} {...same} weakest />
      {more.length > 0 && (
        <details className="disclosure">
          <summary>{t('goals.more', { count: more.length })}</summary>
          <GoalList goals={more} {...same} />
        </details>
      )}
    </section>
  );
}

function GoalList({ goals, today, language, toOf, weakest = false }: Props & { weakest?: boolean }) {
  const { t } = useTranslation('practice');
  return (
    <ul className="goals">
      {goals.map((goal, at) => {
        const weak = weakest && at < 2 && goal.strength === 'slips';
        const title = goal.title[language];
        return (
          <li key={goal.key} className={weak ? 'goals__weak' : undefined}>
            <div>
              <h3>{title}</h3>
              <p className="muted">
                <GoalLine goal={goal} language={language} />
              </p>
            </div>
            <p className="goals__strength">
              <Beads strength={goal.strength} />
              <span>{t(`strength.${goal.strength}`)}</span>
            </p>
            <p>
              {goal.nextOn === null ? (
                <span className="muted">{t('goals.not-planned')}</span>
              ) : (
                <>
                  <span className="muted">{t('goals.next')}</span>{' '}
                  {goal.nextOn <= today ? t('goals.today') : formatDay(language, goal.nextOn)}
                </>
              )}
            </p>
            {goal.of > 0 ? (
              <Link
                className="button button-secondary"
                to={toOf(goal)}
                aria-label={t('goals.practise-this', { goal: title })}
              >
                {t('goals.practise')}
              </Link>
            ) : (
              goal.opensWith && (
                <Link className="text-link" to={goal.opensWith.to}>
                  {t('goals.to', { step: goal.opensWith.title[language] })}
                </Link>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}

function GoalLine({ goal, language }: { goal: GoalView; language: 'da' | 'en' }) {
  const { t } = useTranslation('practice');
  if (goal.of === 0) return t(goal.opensWith?.kind === 'quiz' ? 'goals.opens-quiz' : 'goals.opens-lesson');
  if (goal.missed > 0) return t('goals.missed', { count: goal.missed, of: goal.asked });
  if (goal.lastOn !== null)
    return t('goals.right', { day: formatDay(language, goal.lastOn), asked: goal.asked, of: goal.of });
  return t('goals.fresh', { count: goal.of });
}

const filled = { new: 0, slips: 1, 'on-the-way': 2, soon: 3, known: 4, firm: 5 };

function Beads({ strength }: Pick<GoalView, 'strength'>) {
  const places = [10, 32, 54, 76, 98];
  const last = filled[strength];
  return (
    <svg viewBox="0 0 108 20" width="108" height="20" aria-hidden="true">
      <path d="M10 10H98" stroke="var(--grey)" strokeWidth="2" strokeDasharray="2 4" />
      {last > 1 && <path d={`M10 10H${places[last - 1]}`} stroke="var(--petrol)" strokeWidth="3" />}
      {places.map((x, at) => (
        <circle
          key={x}
          cx={x}
          cy="10"
          r="7"
          strokeWidth="2"
          fill={at < last ? 'var(--petrol)' : 'var(--white)'}
          stroke={at < last ? 'var(--petrol)' : 'var(--grey)'}
        />
      ))}
    </svg>
  );
}
