import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { InvitationRow } from '#app/use-cases/rollout/invitations/see-invitations.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; caption: string; rows: readonly InvitationRow[] };

/** The invitations: when each went out, when it was reminded of, and what was answered. */
export function InvitationTable({ language, caption, rows }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <ScrollRegion label={caption}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('service.name')}</th>
            <th scope="col">{t('invitations.invited')}</th>
            <th scope="col">{t('invitations.reminded')}</th>
            <th scope="col" className="right">
              {t('invitations.waited')}
            </th>
            <th scope="col">{t('invitations.by')}</th>
            <th scope="col">{t('invitations.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.code ? <Link to={agencyLink(`/municipalities/${row.code}`, {})}>{row.name}</Link> : row.name}
              </th>
              <td>{formatDay(language, row.invitedOn)}</td>
              <td>{row.remindedOn.map((day) => formatDay(language, day)).join(', ') || t('invitations.never')}</td>
              <td className="right">{row.awaited ? t('invitations.days', { count: row.waited }) : '–'}</td>
              <td>{formatDay(language, row.answerBy)}</td>
              <td>
                {row.answer
                  ? t(`answer.said.${row.answer}`)
                  : t(row.awaited ? 'invitations.none' : 'invitations.committed')}
                {row.reason && <span className="muted"> · {row.reason}</span>}
                {row.onPaper && (
                  <>
                    {' '}
                    <a
                      className="only-screen"
                      href={`/rollout/invitations/letters.pdf?invitation=${row.id}`}
                      aria-label={t('letters.one-name', { name: row.name })}
                    >
                      {t('letters.one')}
                    </a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
