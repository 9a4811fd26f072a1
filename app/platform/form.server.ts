/** The fields of a form as text; a field that is missing or a file is empty. `under` gives the fields whose names begin alike. */
export async function readForm(
  request: Request,
): Promise<{
  text(name: string): string;
  all(name: string): string[];
  under(prefix: string): Record<string, string>;
  files(name: string): File[];
}> {
  const form = await request.formData();
  return {
    text: (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    },
    all: (name) => form.getAll(name).filter((value): value is string => typeof value === 'string'),
    under: (prefix) =>
      Object.fromEntries(
        [...form.entries()].flatMap(([name, value]) =>
          name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value]] : [],
        ),
      ),
    files: (name) => form.getAll(name).filter((value): value is File => typeof value !== 'string' && value.size > 0),
  };
}
