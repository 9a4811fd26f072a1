/** The list under a key of the parsed file, even if other parts of the file are invalid. */
export function listIn(raw: unknown, key: string): any[] | undefined {
  const list = (raw as Record<string, unknown> | null | undefined)?.[key];
  return Array.isArray(list) ? list : undefined;
}
