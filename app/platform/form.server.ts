import { plainText } from '#curriculum/plain-text.ts';
import { clockOf } from './clock-of.ts';
import { dayUnder } from './typed-day.server.ts';

/** The header in which app/server, and nobody else, says why the body of this request may not be read. */
export const refusedBody = 'x-refused-body';

/**
 * The fields of a form as text, without signs that nobody typed. A missing field and a file are empty. `fields` returns all
 * fields in their order, `under` those whose names share a prefix, `day` what was typed in a date field: `2026-11-24`, or the text if it is no day, and
 * `clock` a time of day: `09:30`, or the text.
 */
export async function readForm(request: Request): Promise<{
  text(name: string): string;
  day(name: string): string;
  clock(name: string): string;
  all(name: string): string[];
  fields(): [string, string][];
  under(prefix: string): Record<string, string>;
  files(name: string): File[];
}> {
  const form = await formOf(request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? plainText(value) : '';
  };
  return {
    text,
    day: (name) => dayUnder(text, name),
    clock: (name) => clockOf(text(name)),
    all: (name) =>
      form
        .getAll(name)
        .filter((value): value is string => typeof value === 'string')
        .map(plainText),
    fields: () =>
      [...form.entries()].flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, plainText(value)]] : [],
      ),
    under: (prefix) =>
      Object.fromEntries(
        [...form.entries()].flatMap(([name, value]) =>
          name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), plainText(value)]] : [],
        ),
      ),
    files: (name) => form.getAll(name).filter((value): value is File => typeof value !== 'string' && value.name !== ''),
  };
}

/** Whether the body was discarded because somebody who is not signed in sent too much. */
export const isUnread = (request: Request): boolean => request.headers.get(refusedBody) === '401';

/** The form as it was sent. Throws a 4xx response if the body is too large or is not a form. */
export async function formOf(request: Request): Promise<FormData> {
  const refused = request.headers.get(refusedBody);
  if (refused) throw new Response('body refused', { status: Number(refused) });
  try {
    return await request.formData();
  } catch {
    throw new Response('not a form', { status: 400, statusText: 'Bad Request' });
  }
}
