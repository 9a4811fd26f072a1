import { useTranslation } from 'react-i18next';
import { formatNumber } from '#app/words/format.ts';

/** A count, or the word for one that is not shown because it is small. */
export function Shown({ language, count }: { language: 'da' | 'en'; count: number | null }) {
  const { t } = useTranslation('surroundings');
  return count === null ? <i className="not-shown">{t('log.hidden')}</i> : formatNumber(language, count);
}
