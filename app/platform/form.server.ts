/** The header by which app/server alone says why the body of this request may not be read. */
export const refusedBody = 'x-refused-body';

/** The fields of a form as text; a field that is missing or a file is empty. `under` gives the fields whose names begin alike. */
export async function readForm(request: Request): Promise<{
  text(name: string): string;
  all(name: string): string[];
  under(prefix: string): Record<string, string>;
  files(name: string): File[];
}> {
  const form = await formOf(request);
  return {
    text: (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? storable(value) : '';
    },
    all: (name) =>
      form
        .getAll(name)
        .filter((value): value is string => typeof value === 'string')
        .map(storable),
    under: (prefix) =>
      Object.fromEntries(
        [...form.entries()].flatMap(([name, value]) =>
          name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), storable(value)]] : [],
        ),
      ),
    files: (name) => form.getAll(name).filter((value): value is File => typeof value !== 'string' && value.name !== ''),
  };
}

/** The form as it was sent; a thrown 4xx where the body is too large or is no form. */
export async function formOf(request: Request): Promise<FormData> {
  const refused = request.headers.get(refusedBody);
  if (refused) throw new Response('body refused', { status: Number(refused) });
  try {
    return await request.formData();
  } catch {
    throw new Response('not a form', { status: 400, statusText: 'Bad Request' });
  }
}

// PostgreSQL stores no NUL in a text; nobody types one. A browser counts a line break as one letter and sends two.
const storable = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n');
