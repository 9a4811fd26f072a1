import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';

type Props = { asked: string; names: readonly string[] };

/** Looks for a town or municipality; the names of the municipalities are offered while one types. */
export function HelpSearch({ asked, names }: Props) {
  const { t } = useTranslation('public-help');
  return (
    <search>
      <Form method="get" action="/find-help" className="space-5">
        <div className="row">
          <div className="form-group">
            <label className="form-label" htmlFor="place">
              {t('find.label')}
            </label>
            <input
              key={asked}
              className="form-input input-width-l"
              id="place"
              name="place"
              defaultValue={asked}
              list="places"
              autoComplete="off"
              maxLength={80}
            />
            <datalist id="places">
              {names.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </div>
          <button className="button button-primary" type="submit">
            {t('find.do')}
          </button>
        </div>
      </Form>
    </search>
  );
}
