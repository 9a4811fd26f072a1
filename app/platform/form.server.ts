/** The fields of a form as text; a field that is missing or a file is empty. */
export async function readForm(
  request: Request,
): Promise<{ text(name: string): string; all(name: string): string[]; files(name: string): File[] }> {
  const form = await request.formData();
  return {
    text: (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    },
    all: (name) => form.getAll(name).filter((value): value is string => typeof value === 'string'),
    files: (name) => form.getAll(name).filter((value): value is File => typeof value !== 'string' && value.size > 0),
  };
}
