/** The list under a key of what was read, whatever else is wrong with it. */
export function listIn(raw: unknown, key: string): any[] | undefined {
  const list = (raw as Record<string, unknown> | null | undefined)?.[key];
  return Array.isArray(list) ? list : undefined;
}
