import { useTranslation } from 'react-i18next';

/**
 * Shown when the session ends while a page is open: says where the words are and how to continue without losing them.
 */
export function SignedOutLine({ here, text }: { here: string; text: string }) {
  const { t } = useTranslation('adviser');
  return (
    <span>
      <b>{t('question.signed-out')}</b> {text}{' '}
      <a href={`/sign-in?${new URLSearchParams({ next: here })}`} target="_blank" rel="noopener">
        {t('question.sign-in')}
      </a>
    </span>
  );
}
