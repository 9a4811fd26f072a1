import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { AgreementEntry } from '#app/use-cases/partners/see-partners.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  caption: string;
  agreements: readonly AgreementEntry[];
  /** Whether the library service stands in a column. */
  withPlace: boolean;
};

/** Agreements as a table, the first to end first. */
export function AgreementTable({ language, caption, agreements, withPlace }: Props) {
  const { t } = useTranslation('partners');
  return (
    <ScrollRegion label={caption}>
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreements.partner')}</th>
            {withPlace && <th scope="col">{t('agreements.place')}</th>}
            <th scope="col">{t('agreements.about')}</th>
            <th scope="col">{t('agreements.from')}</th>
            <th scope="col">{t('agreements.lastDay')}</th>
            <th scope="col">{t('agreements.state')}</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map(({ id, partner, service, about, from, lastDay, standing, renewed }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/partners/agreements/${id}`}>{partner}</Link>
              </th>
              {withPlace && <td>{service}</td>}
              <td>{about}</td>
              <td className="when">{formatDay(language, from)}</td>
              <td className="when">{formatDay(language, lastDay)}</td>
              <td>{t(`standing.${renewed && standing === 'ends-soon' ? 'renewed' : standing}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
