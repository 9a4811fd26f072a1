import { useTranslation } from 'react-i18next';
import type { LibraryEntry } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  library: Pick<LibraryEntry, 'state' | 'openedOn' | 'closedOn' | 'successor'>;
};

/** Whether a library is open, and where it goes on if it is not. */
export function LibraryStanding({ language, library: { state, openedOn, closedOn, successor } }: Props) {
  const { t } = useTranslation('places');
  const day = formatDay(language, state === 'opens' ? openedOn : (closedOn ?? openedOn));
  return (
    <>
      {t(`said.${state}`, { day })}
      {successor && <span className="muted"> {t('succeeded', { number: successor })}</span>}
    </>
  );
}
