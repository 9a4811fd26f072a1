import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { WaitingEvidence } from '#app/use-cases/readiness/evidence/list-waiting-evidence.server.ts';
import { formatDayOf } from '#app/words/format.ts';
import { ConfirmForm } from './decide-form.tsx';

type Props = { language: 'da' | 'en'; waiting: readonly WaitingEvidence[]; gates: Record<string, string> };

/** What waits for the agency, each with its one step. */
export function WaitingList({ language, waiting, gates }: Props) {
  const { t } = useTranslation('evidence');
  if (waiting.length === 0) return <p>{t('nothing-waits')}</p>;
  return (
    <ScrollRegion label={t('to-confirm-short')}>
      <table className="data-table">
        <caption className="sr-only">{t('to-confirm-short')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.service')}</th>
            <th scope="col">{t('column.gate')}</th>
            <th scope="col">{t('column.says')}</th>
            <th scope="col">{t('column.since')}</th>
            <th scope="col">{t('column.do')}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ id, service, codes, gate, value, note, by, recordedAt, documentName }) => (
            <tr key={id}>
              <th scope="row">
                {codes[0] ? <Link to={agencyLink(`/municipalities/${codes[0]}`, {})}>{service}</Link> : service}
              </th>
              <td>{gates[gate] ?? gate}</td>
              <td>
                {t('place-says', { value: t(`value.${value}`), note })}{' '}
                {documentName && <a href={`/evidence/${id}/document`}>{documentName}</a>}
                <div className="muted">{by ?? t('nobody')}</div>
              </td>
              <td>{formatDayOf(language, recordedAt)}</td>
              <td>
                <ConfirmForm evidenceId={id} back="list" about={`${gates[gate] ?? gate}, ${service}`} />
                <Link to={`/evidence/${id}`}>{t('see-and-decline')}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
