import { useTranslation } from 'react-i18next';
import { chanceKey } from './chance-key.ts';

const square = 11;

/** How many places have which chance: one square is one municipality, filled where its papers are met too. */
export function ChanceGroups({ rows }: { rows: readonly { code: string; chance: number; papers: boolean }[] }) {
  const { t } = useTranslation('forecast');
  const groups = new Map<string, { text: string; met: number; lack: number }>();
  for (const { chance, papers } of rows.toSorted((a, b) => b.chance - a.chance)) {
    const { key, count } = chanceKey(chance);
    const group = groups.get(`${key} ${count}`) ?? { text: t(`chance.${key}`, { count }), met: 0, lack: 0 };
    groups.set(`${key} ${count}`, { ...group, met: group.met + Number(papers), lack: group.lack + Number(!papers) });
  }
  return (
    <table className="data-table">
      <caption>{t('groups.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('groups.chance')}</th>
          <th scope="col">{t('groups.count')}</th>
        </tr>
      </thead>
      <tbody>
        {[...groups].map(([key, { text, met, lack }]) => (
          <tr key={key}>
            <th scope="row">{text}</th>
            <td>
              <svg
                aria-hidden="true"
                className="chance-squares"
                width={20 * square}
                height={Math.ceil((met + lack) / 20) * square}
              >
                {Array.from({ length: met + lack }, (_, at) => (
                  <rect
                    // biome-ignore lint/suspicious/noArrayIndexKey: the squares are alike and never move.
                    key={at}
                    x={(at % 20) * square + 0.5}
                    y={Math.floor(at / 20) * square + 0.5}
                    width={square - 2}
                    height={square - 2}
                    fill={at < met ? 'var(--petrol)' : 'var(--white)'}
                    stroke="var(--petrol)"
                  />
                ))}
              </svg>{' '}
              {t('groups.said', { count: met + lack, met })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
