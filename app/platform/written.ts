/** The name of the hidden field by which a form tells which of its fields are somebody's prose. */
export const proseMark = 'prose';

/** The texts of a form that somebody worked on, without duplicates: the fields that the form marks as prose. */
export function writtenIn(form: FormData): string[] {
  const names = new Set(form.getAll(proseMark).map(String));
  const texts = [...names].flatMap((name) => form.getAll(name));
  return [...new Set(texts.filter((text): text is string => typeof text === 'string' && text.trim() !== ''))];
}
