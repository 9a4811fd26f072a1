import { useTranslation } from 'react-i18next';
import { formatDay } from '#app/words/format.ts';

type Step = {
  nextStep: string;
  nextOwner: string;
  nextOn: string | null;
  nextDoneOn: string | null;
  nextIsLate: boolean;
};
type Props = { language: 'da' | 'en'; meeting: Step };

/** Who does what until when after a meeting, and whether it was done or is late. */
export function NextStep({ language, meeting: { nextStep, nextOwner, nextOn, nextDoneOn, nextIsLate } }: Props) {
  const { t } = useTranslation('partners');
  if (!nextOn) return '–';
  return (
    <>
      {t('meetings.step', { step: nextStep, owner: nextOwner, day: formatDay(language, nextOn) })}{' '}
      {nextDoneOn !== null && <b>{t('meetings.done', { day: formatDay(language, nextDoneOn) })}</b>}
      {nextIsLate && <b>{t('meetings.late')}</b>}
    </>
  );
}
