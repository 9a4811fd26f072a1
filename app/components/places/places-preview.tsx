import { useTranslation } from 'react-i18next';
import { Prose } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { ImportReadiness } from '#app/use-cases/places/import/import-readiness.server.ts';
import type { JudgedRow } from '#app/use-cases/places/import/judged-row.ts';
import { RefusedPlaces } from './refused-places.tsx';
import { ServiceEffects } from './service-effects.tsx';

type Props = {
  language: 'da' | 'en';
  kind: string;
  rows: readonly JudgedRow[];
  readiness: ImportReadiness | null;
  text: string;
  encoding: string | undefined;
};

/** The encodings that the reader should know of, because another would have been the right one or easier. */
const told = ['macintosh', 'cp850', 'twice-utf-8'] as const;

/** What an import would do, row by row; the button to save comes before the rows, so that it is in reach. */
export function PlacesPreview({ language, kind, rows, readiness, text, encoding }: Props) {
  const { t } = useTranslation('places');
  const count = (verdict: JudgedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const [added, changed, same, refused] = [count('new'), count('changed'), count('same'), count('refused')];
  const readAs = told.find((each) => each === encoding);
  const shown = rows.filter(({ verdict }) => verdict !== 'same');
  return (
    <section className="space-6" aria-labelledby="preview">
      <h2 id="preview">{t('import.rows', { added, changed, same, no: refused })}</h2>
      {readAs && <Message tone="warning" lead={t(`import.read-as.${readAs}`)} />}
      {added + changed > 0 ? (
        <Form method="post">
          <Prose name="text" />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="text" value={text} />
          <div className="actions">
            <button className="button button-primary" name="intent" value="commit" type="submit">
              {t('import.commit', { count: added + changed })}
            </button>
          </div>
        </Form>
      ) : (
        <p>{t('import.nothing')}</p>
      )}
      {readiness && (
        <>
          <p>{t('import.readiness', { count: readiness.changed.length, same: readiness.same })}</p>
          {readiness.changed.length > 0 && (
            <ServiceEffects language={language} asOf={readiness.asOf} effects={readiness.changed} />
          )}
        </>
      )}
      {refused > 0 && <RefusedPlaces kind={kind} text={text} count={refused} />}
      {shown.length > 0 && (
        <ScrollRegion label={t('import.row-list')}>
          <table className="data-table">
            <caption className="sr-only">{t('import.row-list')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('import.line')}</th>
                <th scope="col">{t('import.about')}</th>
                <th scope="col">{t('import.name')}</th>
                <th scope="col">{t('import.what')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.line}>
                  <th scope="row">{row.line}</th>
                  <td>{row.about}</td>
                  <td>{row.name}</td>
                  <td>
                    {row.verdict === 'refused' ? (
                      <b>{t(`import.refused.${row.refusal}`, { line: row.sameAs })}</b>
                    ) : (
                      t(`import.verdict.${row.verdict}`)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
