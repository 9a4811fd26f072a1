import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { mailTo } from '#app/components/base/mail-to.ts';
import type { Adviser } from '#app/use-cases/holds/advisers-of.server.ts';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';

type Props = {
  hold: Pick<HoldView, 'id' | 'name' | 'days'>;
  stuck: readonly Adviser[];
  inside: readonly Adviser[];
  /** The course day on which somebody's attendance is still missing. */
  toNote: string | undefined;
};

/** What a leader can do with a whole hold: write to people, note attendance, download the list. */
export function HoldActions({ hold, stuck, inside, toNote }: Props) {
  const { t } = useTranslation('leader');
  const addressesOf = (people: readonly Adviser[]) => people.map(({ email }) => email);
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
          <a className="button button-secondary" href={`#${toNote}`}>
            {t('hold.note-attendance')}
          </a>
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
      </div>
      {inside.length > 0 && !toAll && <p className="muted">{t('hold.write-too-many')}</p>}
    </>
  );
}
