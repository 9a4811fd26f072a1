import { type Carried, fieldsOf } from '#app/platform/agency-link.ts';

/** The day and the filters a page carries, as hidden fields of a form that asks for the page again. */
export function CarriedFields({ carried }: { carried: Carried }) {
  return fieldsOf(carried).map(([name, value]) => <input type="hidden" key={name} name={name} value={value} />);
}
