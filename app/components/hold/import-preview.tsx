import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Prose } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { ImportRow } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { formatDay } from '#app/words/format.ts';
import { RefusedFile } from './refused-file.tsx';

type Props = {
  holdId: string;
  rows: readonly ImportRow[];
  text: string;
  encoding: string | undefined;
  children: ReactNode;
};

/** What the import would do, and as `children` what it does to the places. The button to save comes before the rows, so that it is in reach however many there are. */
export function ImportPreview({ holdId, rows, text, encoding, children }: Props) {
  const { t } = useTranslation('leader');
  const count = (...verdicts: string[]) => rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const good = count('new', 'known');
  const refused = count('refused');
  const waiting = rows.filter(({ wouldBe }) => wouldBe).length;
  const readAs = told.find((each) => each === encoding);
  return (
    <section className="space-6" aria-labelledby="preview">
      <h2 id="preview">
        {t('import.rows', {
          news: t('import.count.new', { count: count('new') }),
          known: t('import.count.known', { count: count('known', 'already') }),
          refused: t('import.count.refused', { count: refused }),
        })}
      </h2>
      {readAs && <Message tone="warning" lead={t(`import.read-as.${readAs}`)} />}
      {good + waiting > 0 ? (
        <Form method="post">
          <Prose name="text" />
          <input type="hidden" name="text" value={text} />
          {waiting > 0 && (
            <Choice name="waitlist" label={t('import.waitlist', { count: waiting })} checked={good === 0} />
          )}
          <Choice name="invite" label={t('import.invite')} />
          <div className="actions">
            <button className="button button-primary" name="intent" value="commit" type="submit">
              {good > 0 ? t('import.commit', { count: good }) : t('import.commit-waiting')}
            </button>
          </div>
        </Form>
      ) : (
        <p>{t('import.nothing')}</p>
      )}
      {refused > 0 && <RefusedFile holdId={holdId} text={text} count={refused} />}
      {children}
      <ScrollRegion label={t('import.preview')}>
        <table className="data-table">
          <caption className="sr-only">{t('import.preview')}</caption>
          <thead>
            <tr>
              {(['row', 'name', 'email', 'library', 'what'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`import.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** The encodings that the reader should know of, because another would have been the right one or easier. */
const told = ['macintosh', 'cp850', 'twice-utf-8'] as const;

function Choice({ name, label, checked }: { name: string; label: string; checked?: boolean }) {
  return (
    <div className="form-group-checkbox">
      <input className="form-checkbox" type="checkbox" id={name} name={name} value="1" defaultChecked={checked} />
      <label htmlFor={name}>{label}</label>
    </div>
  );
}

function Row({ row }: { row: ImportRow }) {
  const { t, i18n } = useTranslation('leader');
  const day = (text: string) => formatDay(i18n.language === 'en' ? 'en' : 'da', text);
  const opening = row.closedOn ?? row.opensOn;
  const notes = [
    row.registered && t('import.registered', { name: row.registered }),
    row.hasNamesake && t('import.namesake'),
    row.farDay && t('import.far-day', { day: day(row.farDay) }),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">{row.line}</th>
      <td>{row.name}</td>
      <td>{row.email}</td>
      <td>{row.libraryName ? t('import.library-of', { name: row.libraryName, number: row.library }) : row.library}</td>
      <td>
        {row.refusal ? (
          <b>
            {t(`import.refused.${row.refusal}`, {
              line: row.sameAs,
              day: opening ? day(opening) : undefined,
            })}
          </b>
        ) : (
          row.verdict !== 'refused' && t(`import.${row.verdict}`)
        )}
        {notes.map((note) => (
          <div key={note}>
            <b>{note}</b>
          </div>
        ))}
      </td>
    </tr>
  );
}
