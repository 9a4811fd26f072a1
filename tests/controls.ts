export type Control = { type: string; name: string; id: string; value: string; checked: boolean; inputMode: string };

const controls = /<input\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\2>/g;

/** The controls of a page's markup, in their order; a hidden field is one too. */
function allControlsIn(html: string): Control[] {
  return [...html.matchAll(controls)].map(([, input, is, other, inside = '']) => {
    const attributes = input ?? other!;
    const of = (name: string, within = attributes) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(within)?.[1] ?? '';
    const options = inside.match(/<option\b[^>]*>/g) ?? [];
    const chosen = options.find((option) => /\sselected=""/.test(option)) ?? options[0] ?? '';
    return {
      type: is ?? (of('type') || 'text'),
      name: of('name'),
      id: of('id'),
      value: is === 'textarea' ? inside : is === 'select' ? of('value', chosen) : of('value'),
      checked: /\schecked=""/.test(attributes),
      inputMode: of('inputmode'),
    };
  });
}

/** The controls that somebody fills in. */
export const controlsIn = (html: string): Control[] => allControlsIn(html).filter(({ type }) => type !== 'hidden');

/** What a form with these controls would send. */
export const sentBy = (html: string): string[] =>
  controlsIn(html)
    .filter(({ type, checked }) => !['radio', 'checkbox'].includes(type) || checked)
    .map(({ value }) => value);

/** Fields for free text that are nobody's prose: the form that sends them, their name, and why. */
const excused: [form: RegExp, name: string, why: string][] = [
  [/^\/sign-in/, 'email', 'Whoever signs in has no session that could end, and the page shows the address again.'],
  [/^\/(check|v\/)/, 'code', 'A code is on the paper and is read again.'],
];

/** The free-text fields of the forms of a page that would be lost when the form cannot be saved. */
export function unmarkedProse(html: string): string[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes, inside]) => {
    if (!/method="post"/.test(attributes!)) return [];
    const action = /action="([^"]*)"/.exec(attributes!)?.[1] ?? '';
    const marked = allControlsIn(inside!).flatMap(({ type, name, value }) =>
      type === 'hidden' && name === 'prose' ? [value] : [],
    );
    return controlsIn(inside!)
      .filter(
        ({ type, inputMode }) => ['textarea', 'text', 'email', 'search'].includes(type) && inputMode !== 'numeric',
      )
      .filter(({ name }) => !marked.includes(name))
      .filter(({ name }) => !excused.some(([form, field]) => form.test(action) && field === name))
      .map(({ name }) => `${action} ${name}`);
  });
}
