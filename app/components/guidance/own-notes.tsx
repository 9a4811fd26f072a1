import { useTranslation } from 'react-i18next';
import { FilterSelect } from '#app/components/base/filter-select.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { OwnNote } from '#app/use-cases/guidance/own-notes.server.ts';
import { formatDay, formatDayOf, formatMonthOfYear } from '#app/words/format.ts';
import { noteText } from './note-text.ts';

type Props = {
  language: 'da' | 'en';
  notes: OwnNote[];
  topics: { key: string; title: string }[];
  months: string[];
  wanted: { topic: string; month: string };
};

/** The own notes of one month, each with a button that undoes it. */
export function OwnNotes({ language, notes, topics, months, wanted }: Props) {
  const { t } = useTranslation('guidance');
  return (
    <section className="space-7" aria-labelledby="own-notes">
      <h2 id="own-notes">{t('recent')}</h2>
      <Form method="get" className="row only-screen" action="/guidance">
        <FilterSelect
          id="topic"
          label={t('filter-topic')}
          all={t('filter-all')}
          options={topics.map(({ key, title }) => [key, title] as const)}
          chosen={wanted.topic}
        />
        <div className="form-group">
          <label className="form-label" htmlFor="month">
            {t('filter-month')}
          </label>
          <select className="form-select" id="month" name="month" defaultValue={wanted.month}>
            {months.map((month) => (
              <option key={month} value={month}>
                {formatMonthOfYear(language, `${month}-01`)}
              </option>
            ))}
          </select>
        </div>
        <button className="button button-secondary" type="submit">
          {t('filter-show')}
        </button>
      </Form>
      <p className="muted">{notes.length === 0 ? t('none') : t('shown', { count: notes.length })}</p>
      <ul className="own-notes">
        {notes.map((note) => {
          const day = formatDay(language, note.onDay);
          const recorded = formatDayOf(language, note.recordedAt);
          return (
            <li key={note.id}>
              <span>{day}</span>
              <div>
                <p>
                  <b>{note.title}</b> · {t(`outcome.${note.outcome}`)}
                </p>
                <p className="muted small">
                  {[...noteText(t, note), ...(recorded === day ? [] : [t('late', { day: recorded })])].join(' · ')}
                </p>
              </div>
              <Form method="post" action="/guidance">
                <button
                  className="link-button"
                  name="undo"
                  value={note.id}
                  type="submit"
                  aria-label={t('undo-this', { topic: note.title, day })}
                >
                  {t('undo')}
                </button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
