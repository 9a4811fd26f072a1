import { Link } from '#app/components/base/link.tsx';

type Props = {
  label: string;
  items: readonly { slot: number; answered: boolean; flagged: boolean; to: string }[];
  current: number;
  words: { question: string; answered: string; open: string; here: string; flagged: string };
};

/** The questions of an attempt in a row: the number, and its state in words for screen readers. */
export function QuestionList({ label, items, current, words }: Props) {
  return (
    <nav aria-label={label}>
      <ol className="pearls">
        {items.map(({ slot, answered, flagged, to }) => (
          <li key={slot} className={flagged ? 'pearl--flagged' : undefined}>
            <Link
              to={to}
              className={slot === current ? 'pearl--now' : answered ? 'pearl--answered' : ''}
              aria-current={slot === current ? 'step' : undefined}
            >
              <span className="sr-only">{words.question} </span>
              {slot}
              <span className="sr-only">
                , {slot === current ? words.here : answered ? words.answered : words.open}
                {flagged && `, ${words.flagged}`}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
