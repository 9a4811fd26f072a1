import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { JoinView, RecordView } from '#app/use-cases/people/join/see-join.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  kept: RecordView;
  lost: RecordView;
  ends: JoinView['ends'];
  mayJoin: boolean;
  language: 'da' | 'en';
};

/** What each of two records has, side by side, and the button that makes them one. */
export function JoinPreview({ kept, lost, ends, mayJoin, language }: Props) {
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const day = (text: string) => formatDay(language, text);
  const rows: [string, (record: RecordView) => string[]][] = [
    [t('join.name'), ({ name }) => [name]],
    [t('join.email'), ({ email }) => (email ? [email] : [])],
    [
      t('work.heading'),
      ({ affiliations }) =>
        affiliations.map(({ library, from, lastDay }) =>
          lastDay
            ? t('join.period', { library, from: day(from), lastDay: day(lastDay) })
            : t('join.since', { library, from: day(from) }),
        ),
    ],
    [t('join.roles'), ({ roles }) => roles.map((role) => common(`role.${role}`))],
    [
      t('join.courses'),
      ({ courses }) => courses.map(({ hold, state }) => t('join.course', { hold, state: common(`life.${state}`) })),
    ],
    [t('join.certificates'), ({ certificates }) => certificates],
    [t('join.proofs'), ({ proofs }) => [String(proofs)]],
    [t('join.guidance'), ({ guidance }) => [String(guidance)]],
  ];
  return (
    <section className="space-6" aria-labelledby="preview">
      <h2 id="preview">{t('join.preview')}</h2>
      <ScrollRegion label={t('join.preview')}>
        <table className="data-table">
          <caption className="sr-only">{t('join.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('join.what')}</th>
              <th scope="col">{t('join.is-kept')}</th>
              <th scope="col">{t('join.is-lost')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([what, of]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                {[kept, lost].map((record) => (
                  <td key={record.id}>{of(record).join(' · ') || t('join.nothing')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {ends.length > 0 && (
        <ul>
          {ends.map(({ id, library, from, lastDay, never }) => (
            <li key={id}>
              {never || !lastDay
                ? t('join.ends-never', { library, from: day(from) })
                : t('join.ends', { library, lastDay: day(lastDay) })}
            </li>
          ))}
        </ul>
      )}
      {mayJoin && (
        <Form method="post">
          <input type="hidden" name="keptId" value={kept.id} />
          <input type="hidden" name="lostId" value={lost.id} />
          <p>{t('join.what-happens', { kept: kept.email ?? kept.name, lost: lost.email ?? lost.name })}</p>
          <div className="actions">
            <button className="button button-primary" name="intent" value="join" type="submit">
              {t('join.submit')}
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}
