import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';

type Props = {
  find: string;
  found: number;
  /** Other parameters of the address that stay. */
  hidden?: Readonly<Record<string, string>>;
  /** The address without the search. */
  all: string;
};

/** Finds people on a hold by their name where there are more than a page shows. */
export function FindPerson({ find, found, hidden = {}, all }: Props) {
  const { t } = useTranslation('leader');
  return (
    <>
      <Form method="get" className="row">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field id="find" prose={false} label={t('hold.find')} defaultValue={find} autoComplete="off" />
        <button className="button button-secondary" type="submit">
          {t('hold.search')}
        </button>
      </Form>
      <p className="muted">
        {find === '' ? t('hold.rows', { count: found }) : t('hold.found', { count: found, find })}
        {find !== '' && (
          <>
            {' · '}
            <Link to={all}>{t('hold.show-all')}</Link>
          </>
        )}
      </p>
    </>
  );
}
