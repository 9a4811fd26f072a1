import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { PracticeView } from '#app/use-cases/practice/practice-view-of.ts';
import { formatWeekday } from '#app/words/format.ts';

type Props = Pick<PracticeView, 'ahead' | 'laterThanShown'> & { language: 'da' | 'en' };

/** A taller pile than this is a number. */
const mostDots = 8;

/** How many questions come on each of the next days, a dot for each. */
export function PracticeAhead({ ahead, laterThanShown, language }: Props) {
  const { t } = useTranslation('practice');
  const [first] = ahead;
  const named = ahead.map(({ day, questions }, at) => ({
    day,
    questions,
    name: at === 0 ? t('ahead.today') : formatWeekday(language, day),
    x: 44 + at * 78,
  }));
  const said = named.filter(({ questions }) => questions > 0);
  const tooMany = named.some(({ questions }) => questions > mostDots);
  return (
    <section className="space-7" aria-labelledby="ahead">
      <h2 id="ahead" className="h3">
        {t('ahead.title')}
      </h2>
      <p>{t('ahead.text')}</p>
      <figure>
        <ScrollRegion label={t('ahead.title')}>
          <svg className="dots" viewBox="0 0 720 150" role="img" aria-labelledby="ahead-said">
            <title id="ahead-said">
              {t('ahead.figure', {
                days:
                  said.map(({ name, questions }) => t('ahead.day', { day: name, count: questions })).join(', ') ||
                  t('ahead.nothing'),
              })}
            </title>
            <path d="M10 112H710" stroke="var(--rule)" />
            {named.map(({ day, questions, name, x }) => (
              <g key={day}>
                {Array.from({ length: Math.min(questions, mostDots) }, (_, at) => 102 - at * 12.5).map((y) => (
                  <circle
                    key={y}
                    cx={x}
                    cy={y}
                    r="5"
                    strokeWidth="2"
                    fill={day === first?.day ? 'var(--petrol)' : 'var(--white)'}
                    stroke="var(--petrol)"
                  />
                ))}
                {questions > mostDots && (
                  <text x={x + 12} y="18">
                    {questions}
                  </text>
                )}
                <text x={x} y="134" textAnchor="middle" className={day === first?.day ? 'dots__now' : undefined}>
                  {name}
                </text>
              </g>
            ))}
          </svg>
        </ScrollRegion>
        <figcaption className="muted">
          {t('ahead.key')} {tooMany && t('ahead.many', { count: mostDots })}{' '}
          {laterThanShown > 0 && t('ahead.later', { count: laterThanShown })}
        </figcaption>
      </figure>
    </section>
  );
}
