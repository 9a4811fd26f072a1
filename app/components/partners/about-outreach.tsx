import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { OutreachView } from '#app/use-cases/partners/see-outreach.server.ts';
import { formatDay, formatNumber } from '#app/words/format.ts';
import { LaterVersion } from './later-version.tsx';
import { VersionList } from './version-list.tsx';

/** What was done to reach people, with every version of it. */
export function AboutOutreach({ language, outreach }: { language: 'da' | 'en'; outreach: OutreachView }) {
  const { t } = useTranslation('partners');
  const { id, cost, document } = outreach;
  const days = [outreach.onDay, outreach.lastDay].filter(Boolean).map((day) => formatDay(language, day));
  const file = document ? (
    <a href={`/partners/outreach/${id}/file`}>{t('agreement.download', { name: document })}</a>
  ) : (
    t('agreement.no-document')
  );
  return (
    <>
      <LaterVersion
        stands={outreach.stands}
        withdrawn={outreach.withdrawn}
        to={outreach.latestId && `/partners/outreach/${outreach.latestId}`}
      />
      <Facts
        rows={[
          [t('effort.service'), outreach.service ?? t('country')],
          [t('effort.channel'), t(`channel.${outreach.channel}`)],
          [t('effort.onDay'), days.join(' – ')],
          [t('effort.place'), outreach.place],
          [t('effort.amount'), formatNumber(language, outreach.amount)],
          ...(outreach.channel === 'invitation'
            ? ([[t('effort.answer'), t(`answer.${outreach.answer}`)]] as const)
            : []),
          [t('effort.cost'), cost === null ? '–' : t('outreach.kroner', { amount: formatNumber(language, cost) })],
          [t('effort.paidBy'), outreach.paidBy || '–'],
          [t('effort.note'), outreach.note || '–'],
          [t('effort.document'), file],
        ]}
      />
      <VersionList language={language} versions={outreach.versions} />
    </>
  );
}
