import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';

/** Asks before somebody signs out while something waits: it would be lost. */
export function LeavingForm({ count }: { count: number }) {
  const { t } = useTranslation('offline');
  return (
    <section className="next-action space-6" aria-labelledby="leaving">
      <h2 className="h3" id="leaving">
        {t('leaving.title', { count })}
      </h2>
      <p>{t('leaving.text')}</p>
      <form className="actions" method="post" action="/sign-out">
        <Link className="button button-primary" to="/my-certificate">
          {t('leaving.stay')}
        </Link>
        <button className="button button-secondary" name="anyway" value="1" type="submit">
          {t('leaving.leave')}
        </button>
      </form>
    </section>
  );
}
