import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { MeetingView } from '#app/use-cases/partners/see-meeting.server.ts';
import { formatDay } from '#app/words/format.ts';
import { LaterVersion } from './later-version.tsx';
import { NextStep } from './next-step.tsx';
import { VersionList } from './version-list.tsx';

type Props = { language: 'da' | 'en'; meeting: MeetingView };

/** What a meeting was about, with every version of it. */
export function AboutMeeting({ language, meeting }: Props) {
  const { t } = useTranslation('partners');
  return (
    <>
      <LaterVersion
        stands={meeting.stands}
        withdrawn={meeting.withdrawn}
        to={meeting.latestId && `/partners/meetings/${meeting.latestId}`}
      />
      <Facts
        rows={[
          [t('meetings.where'), meeting.service ?? t('meetings.national')],
          [t('meeting.onDay'), `${formatDay(language, meeting.onDay)} ${meeting.startsAt}`.trim()],
          [t('meeting.place'), meeting.place || '–'],
          [t('meetings.with'), meeting.partners],
          [t('meeting.held'), t(`meeting.state.${meeting.held ? 'held' : 'planned'}`)],
          [t('meetings.decided'), meeting.decisions || '–'],
          [t('meeting.next'), <NextStep key="step" language={language} meeting={meeting} />],
        ]}
      />
      <VersionList language={language} versions={meeting.versions} />
    </>
  );
}
