import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { StoredGrading, TwoGradings } from '#app/use-cases/grading/see-submission.server.ts';
import { formatInstant } from '#app/words/format.ts';

type Props = { double: TwoGradings; language: 'da' | 'en' };

/** What two leaders said about the same hand-in, side by side, where they differ, and what settled it. */
export function BothGradings({ double: { gradings, differs }, language }: Props) {
  const { t } = useTranslation('leader');
  if (!differs) return null;
  const saidOf = ({ criteria }: StoredGrading, criterion: string) => {
    const told = criteria.find(({ id }) => id === criterion);
    if (!told) return '–';
    return told.is === 'level' ? told.level[language] : t(`grade.judgement.${told.met ? 'met' : 'missing'}`);
  };
  const rows = [
    { id: '', title: t('grade.decision'), differ: differs.decision },
    ...gradings[0]!.criteria.map(({ id, title }) => ({
      id,
      title: title[language],
      differ: differs.criteria.includes(id),
    })),
  ];
  return (
    <section className="space-5" aria-labelledby="both">
      <h3 id="both">{t('grade.both.title')}</h3>
      <ScrollRegion label={t('grade.both.title')}>
        <table className="data-table">
          <caption className="sr-only">{t('grade.both.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('grade.both.point')}</th>
              {gradings.map(({ part, grader }) => (
                <th scope="col" key={part}>
                  {t(`grade.both.${part}`, { by: grader })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, differ }) => (
              <tr key={id}>
                <th scope="row">
                  {title}
                  {differ && (
                    <>
                      <br />
                      <span className="muted">{t('grade.both.differs')}</span>
                    </>
                  )}
                </th>
                {gradings.map((each) => (
                  <td key={each.part}>{id === '' ? t(`grade.both.decision.${each.decision}`) : saidOf(each, id)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {gradings.map(({ part, grader, at, feedback, reason }) => (
        <div className="space-5" key={part}>
          <p>
            <b>{t('grade.both.words', { by: grader, at: formatInstant(language, at) })}</b>
          </p>
          <blockquote>{feedback || t('grade.both.no-words')}</blockquote>
          {reason && <p>{t('grade.both.reason', { reason })}</p>}
        </div>
      ))}
    </section>
  );
}
