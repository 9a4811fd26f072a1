import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { Unbroken } from '#app/components/base/unbroken.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';

type Props = {
  hold: Pick<HoldView, 'id' | 'steps'>;
  advisers: HoldView['advisers'];
  /** A search among those who are on the hold, where there are more than a page shows. */
  find: ReactNode;
  language: 'da' | 'en';
};

/** The advisers of a hold, step by step. */
export function HoldMatrix({ hold, advisers, find, language }: Props) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <section className="space-7" aria-labelledby="matrix">
      <h2 id="matrix">{t('hold.where')}</h2>
      {find}
      {advisers.length === 0 ? (
        !find && <p>{t('hold.empty')}</p>
      ) : (
        <>
          <Legend />
          <ScrollRegion label={t('hold.where')}>
            <table className="matrix">
              <caption className="sr-only">{t('hold.where')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('hold.adviser')}</th>
                  <th scope="col">{t('hold.status')}</th>
                  {hold.steps.map(({ id, kind, title }) => (
                    <th scope="col" key={id}>
                      <span>
                        <Unbroken text={title[language]} />
                      </span>
                      <span className="sr-only"> ({common(`kind.${kind}`)})</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {advisers.map((person) => (
                  <tr key={person.enrolmentId} className={person.attention ? 'needs-attention' : undefined}>
                    <th scope="row">
                      <Link
                        to={`/holds/${hold.id}/people/${person.enrolmentId}`}
                        aria-label={t('hold.see-name', { name: person.name })}
                      >
                        {person.name}
                      </Link>
                      <span>{person.library}</span>
                    </th>
                    <td className="no-line how">
                      {person.attention ? (
                        <b>{t(`hold.attention.${person.attention.why}`, { count: person.attention.days })}</b>
                      ) : person.waiting !== null ? (
                        t('hold.waiting', { count: person.waiting })
                      ) : (
                        common(`life.${person.state}`)
                      )}
                    </td>
                    {hold.steps.map(({ id, kind }) => {
                      const status = person.statuses[id] ?? 'closed';
                      return (
                        <td key={id} className={lines[status]}>
                          <NodeMark kind={kind} status={status} />
                          <span className="sr-only">{common(`status.${status}`)}</span>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </section>
  );
}

/** The line is solid where a step is passed and broken where it was not chosen. */
const lines: Partial<Record<StepStatus, string>> = { done: 'line-done', 'not-chosen': 'no-line' };
const shown = ['done', 'now', 'waiting', 'returned', 'open', 'closed', 'not-chosen'] as const;

function Legend() {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <ul className="sign-key" aria-label={t('hold.signs')}>
      {shown.map((status) => (
        <li key={status}>
          <NodeMark kind="lesson" status={status} />
          {common(`status.${status}`)}
        </li>
      ))}
      <li>{t('hold.shapes')}</li>
    </ul>
  );
}
