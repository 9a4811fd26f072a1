import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { type ControlProps, type QuestionForm, QuestionGroup, useControlIds } from './kind.tsx';
import { moveItem, rowsOf } from './move-item.ts';

type Way = 'up' | 'down';

/** Without JavaScript an arrow sends the form with the `move` it asks for, and the page comes back with the row moved. */
export const ordering: QuestionForm<'ordering'> = {
  Control({ view: { items }, given, heading, error }) {
    const lang = useTextLanguage();
    const { t } = useTranslation('adviser');
    const idOf = useControlIds();
    const list = useRef<HTMLOListElement>(null);
    const { sent, said, move, isTelling } = useMoves(list, items, given);
    const rows = rowsOf(items.length, sent);
    const places = new Map(sent.filter(Boolean).map((each) => each.split('-') as [string, string]));
    const arrow = (part: string, text: string, way: Way) => (
      <button
        type="submit"
        name="move"
        value={`${part}-${way}`}
        className="ordering__arrow"
        onClick={(event) => {
          event.preventDefault();
          move(`${part}-${way}`);
        }}
      >
        <Icon name={way} />
        <span className="sr-only">{t(`question.move-${way}`, { text })}</span>
      </button>
    );
    return (
      <QuestionGroup heading={heading} hint={t('question.hint.ordering')} error={error}>
        <ol className="ordering" ref={list}>
          {rows.map((part, at) => {
            const { text } = items[Number(part) - 1]!;
            return (
              <li key={part} className={places.has(part) ? 'ordering__placed' : ''}>
                <span className="ordering__number" aria-hidden="true">
                  {at + 1}
                </span>
                <span className="ordering__text" lang={lang}>
                  {text}
                </span>
                {at > 0 ? arrow(part, text, 'up') : <span className="ordering__arrow" />}
                {at < rows.length - 1 ? arrow(part, text, 'down') : <span className="ordering__arrow" />}
                <label className="sr-only" htmlFor={idOf(at)}>
                  {t('question.place-of', { text })}
                </label>
                <select
                  className="form-select ordering__place"
                  name="answer"
                  id={idOf(at)}
                  value={places.has(part) ? `${part}-${places.get(part)}` : ''}
                  onChange={(event) => {
                    if (isTelling()) return;
                    // The form hears of the change when every row stands at its new place.
                    event.stopPropagation();
                    const [, place] = event.target.value.split('-');
                    if (place) move(`${part}-to-${place}`);
                  }}
                >
                  {!places.has(part) && <option value="">–</option>}
                  {items.map(({ id: place }) => (
                    <option key={place} value={`${part}-${place}`}>
                      {place}
                    </option>
                  ))}
                </select>
              </li>
            );
          })}
        </ol>
        <p className="sr-only" role="status">
          {said}
        </p>
      </QuestionGroup>
    );
  },
  Given({ view: { items }, given }) {
    const rows = rowsOf(items.length, given);
    return <Text>{rows.map((part, at) => `${at + 1}. ${items[Number(part) - 1]!.text}`).join(' · ')}</Text>;
  },
};

/** The rows as they were moved on this page. The focus follows a moved row, its new place is read out, and the form is told. */
function useMoves(
  list: { current: HTMLOListElement | null },
  items: ControlProps<'ordering'>['view']['items'],
  given: readonly string[],
) {
  const { t } = useTranslation('adviser');
  const [sent, setSent] = useState(given);
  const [moved, setMoved] = useState<{ part: string; way: string }>();
  const telling = useRef(false);
  const move = (asked: string) => {
    const [part = '', way = ''] = asked.split('-');
    setSent(moveItem(items.length, sent, asked));
    setMoved({ part, way });
  };
  const at = moved ? rowsOf(items.length, sent).indexOf(moved.part) : -1;
  useEffect(() => {
    if (!moved || at < 0) return;
    const row = list.current?.children[at];
    const control = row?.querySelector('select');
    const arrow = row?.querySelector<HTMLElement>(`button[value$="-${moved.way}"]`) ?? row?.querySelector('button');
    (moved.way === 'to' ? control : arrow)?.focus();
    telling.current = true;
    control?.dispatchEvent(new Event('change', { bubbles: true }));
    telling.current = false;
  }, [moved, at, list]);
  const said = moved
    ? t('question.moved', { text: items[Number(moved.part) - 1]!.text, place: at + 1, of: items.length })
    : '';
  return { sent, said, move, isTelling: () => telling.current };
}
