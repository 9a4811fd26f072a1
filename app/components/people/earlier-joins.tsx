import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import type { JoinEntry } from '#app/use-cases/people/join/see-join.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { joins: JoinEntry[]; language: 'da' | 'en' };

/** Which records were joined, each with a button that undoes it. */
export function EarlierJoins({ joins, language }: Props) {
  const { t } = useTranslation('agency');
  if (joins.length === 0) return null;
  const said = (name: string, email: string | null) => (email ? `${name} (${email})` : name);
  return (
    <section className="space-7" aria-labelledby="joins">
      <h2 id="joins">{t('join.earlier')}</h2>
      <ul className="queue">
        {joins.map(({ id, keptName, keptEmail, lostName, lostEmail, by, on, undoneOn }) => {
          const pair = { lost: said(lostName, lostEmail), kept: said(keptName, keptEmail) };
          return (
            <li key={id}>
              <div>
                {t('join.entry', { ...pair, by: by ?? t('work.command-line'), on: formatDay(language, on) })}
                {undoneOn && <b> {t('join.undone', { day: formatDay(language, undoneOn) })}</b>}
              </div>
              {!undoneOn && (
                <Form method="post">
                  <input type="hidden" name="join" value={id} />
                  <button
                    className="button button-secondary"
                    name="intent"
                    value="undo"
                    type="submit"
                    aria-label={t('join.undo-name', pair)}
                  >
                    {t('join.undo')}
                  </button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
