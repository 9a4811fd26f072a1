import { useTranslation } from 'react-i18next';
import { SignedOutLine } from '#app/components/base/signed-out-line.tsx';
import { formatClock, formatInstant } from '#app/words/format.ts';
import type { useDraftKeeper } from './use-draft-keeper.ts';

type Props = {
  state: ReturnType<typeof useDraftKeeper>['state'];
  savedAt: string | undefined;
  language: 'da' | 'en';
  here: string;
};

/** Whether what is written has been saved, and when. */
export function DraftLine({ state, savedAt, language, here }: Props) {
  const { t } = useTranslation('adviser');
  switch (state.is) {
    case 'resting':
      return savedAt ? t('practical.saved', { at: formatInstant(language, savedAt) }) : '';
    case 'saving':
      return t('question.saving');
    case 'saved':
      return t('practical.saved-now', { at: formatClock(language, state.at) });
    case 'refused':
      return `${t('practical.not-saved')} ${state.error}`;
    case 'no-connection':
      return t('practical.no-connection');
    case 'signed-out':
      return <SignedOutLine here={here} text={t('practical.signed-out')} />;
  }
}
