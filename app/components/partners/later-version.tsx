import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';

type Props = { stands: boolean; withdrawn: boolean; to: string | null };

/** Says that what the page shows was corrected or taken back since. */
export function LaterVersion({ stands, withdrawn, to }: Props) {
  const { t } = useTranslation('partners');
  if (stands) return null;
  return (
    <Message lead={t(withdrawn ? 'version.taken-back' : 'version.not-latest')}>
      {to && <Link to={to}>{t('version.see-latest')}</Link>}
    </Message>
  );
}
