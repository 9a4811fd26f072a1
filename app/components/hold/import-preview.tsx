import { useTranslation } from 'react-i18next';
import { Prose } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { ImportRow } from '#app/use-cases/holds/seats/judge-import.server.ts';

/** What a file of advisers would do, row by row, and the button that does it. `text` is the file, sent along. */
export function ImportPreview({ rows, text }: { rows: readonly ImportRow[]; text: string }) {
  const { t } = useTranslation('leader');
  const count = (...verdicts: ImportRow['verdict'][]) =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const good = count('new', 'known');
  return (
    <section className="space-6" aria-labelledby="preview">
      <h2 id="preview">
        {t('import.rows', {
          news: t('import.count.new', { count: count('new') }),
          known: t('import.count.known', { count: count('known', 'already') }),
          refused: t('import.count.refused', { count: count('refused') }),
        })}
      </h2>
      <ScrollRegion label={t('import.preview')}>
        <table className="data-table">
          <caption className="sr-only">{t('import.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.name')}</th>
              <th scope="col">{t('import.email')}</th>
              <th scope="col">{t('import.what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <th scope="row">{row.line}</th>
                <td>
                  {row.givenName} {row.familyName}
                </td>
                <td>{row.email}</td>
                <td>
                  {row.verdict === 'refused' ? (
                    <b>{row.refusal && t(`import.refused.${row.refusal}`, { line: row.sameAs })}</b>
                  ) : (
                    t(`import.${row.verdict}`)
                  )}
                  {row.registered && (
                    <div>
                      <b>{t('import.registered', { name: row.registered })}</b>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {good > 0 ? (
        <Form method="post">
          <Prose name="text" />
          <input type="hidden" name="text" value={text} />
          <div className="form-group-checkbox">
            <input className="form-checkbox" type="checkbox" id="invite" name="invite" value="1" />
            <label htmlFor="invite">{t('import.invite')}</label>
          </div>
          <div className="actions">
            <button className="button button-primary" name="intent" value="commit" type="submit">
              {t('import.commit', { count: good })}
            </button>
          </div>
        </Form>
      ) : (
        <p>{t('import.nothing')}</p>
      )}
    </section>
  );
}
