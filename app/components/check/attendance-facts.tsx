import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { CheckedAttendance } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';

/** Everything that is printed on a proof of attendance, except that the name may be initials. */
export function AttendanceFacts({
  attendance,
  code,
  language,
}: {
  attendance: CheckedAttendance;
  code: string;
  language: 'da' | 'en';
}) {
  const { t } = useTranslation('public');
  const { number, name, nameIsFull, course, edition, days, evidence, issuedOn, library, issuer } = attendance;
  const held = days.map((day) => formatDay(language, day));
  return (
    <Facts
      rows={[
        [t('verify.attendance.number'), number],
        [t('verify.holder'), nameIsFull ? name : `${name} ${t('verify.initials')}`],
        [t('verify.attendance.course'), t('verify.course-value', { course: course[language], edition })],
        [t('verify.attendance.covered'), evidence[language].join(' · ')],
        [t('verify.attendance.days', { count: days.length }), formatList(language, held)],
        [t('verify.issued'), formatDay(language, issuedOn)],
        [t('verify.library'), library],
        [t('verify.issuer'), issuer],
        [t('verify.code'), code],
      ]}
    />
  );
}
