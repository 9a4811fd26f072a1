import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { mailTo } from '#app/components/base/mail-to.ts';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';

type Addressed = { email: string | null };
type Props = {
  hold: Pick<HoldView, 'id' | 'name' | 'courseId'>;
  stuck: readonly Addressed[];
  inside: readonly Addressed[];
  /** The first course day on which somebody's attendance is still missing. */
  toNote: string | undefined;
};

/** What a leader can do with a whole hold: write to people, note attendance, download the list. */
export function HoldActions({ hold, stuck, inside, toNote }: Props) {
  const { t } = useTranslation('leader');
  const addressesOf = (people: readonly Addressed[]) => people.map(({ email }) => email);
  const toStuck = mailTo(addressesOf(stuck), hold.name);
  const toAll = mailTo(addressesOf(inside), hold.name);
  return (
    <>
      <div className="actions">
        {toStuck && (
          <a className="button button-primary" href={toStuck}>
            {t('hold.write-stuck', { count: stuck.length })}
          </a>
        )}
        {toNote && (
          <Link className="button button-secondary" to={`/holds/${hold.id}/days/${toNote}`}>
            {t('hold.note-attendance')}
          </Link>
        )}
        <Link className="button button-secondary" to={`/holds/${hold.id}/import`}>
          {t('hold.import')}
        </Link>
      </div>
      <div className="actions">
        {toAll && (
          <a className="text-link" href={toAll}>
            {t('hold.write-all')}
          </a>
        )}
        <a className="text-link" href={`/holds/${hold.id}/people.csv`}>
          {t('hold.csv')}
        </a>
        <Link className="text-link" to={`/holds/${hold.id}/certificates`}>
          {t('hold.certificates')}
        </Link>
        <Link className="text-link" to={`/holds/${hold.id}/questions`}>
          {t('hold.questions')}
        </Link>
        <Link className="text-link" to={`/holds/${hold.id}/ratings`}>
          {t('hold.ratings')}
        </Link>
        <Link className="text-link" to={`/holds/editions/${hold.courseId}`}>
          {t('editions.link')}
        </Link>
        <Link className="text-link" to={`/holds/${hold.id}/edition`}>
          {t('hold.edition')}
        </Link>
      </div>
      {inside.length > 0 && !toAll && <p className="muted">{t('hold.write-too-many')}</p>}
    </>
  );
}
