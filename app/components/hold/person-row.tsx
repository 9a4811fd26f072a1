import type { ReactNode } from 'react';
import { Form } from '#app/components/base/form.tsx';
import type { Adviser } from '#app/use-cases/holds/advisers-of.server.ts';

type Choice = { name: string; value: string; text: string; label: string; primary?: boolean };
type Props = {
  person: Pick<Adviser, 'enrolmentId' | 'name' | 'library'>;
  /** Text before the name: how long they have waited, or what was noted. */
  before: ReactNode;
  choices: readonly Choice[];
  /** Stays at its place on the page when it was answered. */
  staysPut?: boolean;
  /** Extra hidden fields of the form. */
  hidden?: Readonly<Record<string, string>>;
};

/** One person in a list, with one button per answer. */
export function PersonRow({ person, before, choices, hidden = {}, staysPut = false }: Props) {
  return (
    <li>
      <div className="waiting">{before}</div>
      <div>
        <h3>{person.name}</h3>
        <p className="muted">{person.library}</p>
      </div>
      <Form method="post" className="row" preventScrollReset={staysPut}>
        {Object.entries({ ...hidden, enrolment: person.enrolmentId }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {choices.map(({ name, value, text, label, primary }) => (
          <button
            key={value}
            className={`button ${primary ? 'button-primary' : 'button-secondary'}`}
            name={name}
            value={value}
            type="submit"
            aria-label={label}
          >
            {text}
          </button>
        ))}
      </Form>
    </li>
  );
}
