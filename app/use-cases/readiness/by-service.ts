/** The rows of each library service, in their order. */
export function byService<T extends { serviceId: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const list = grouped.get(row.serviceId);
    if (list) list.push(row);
    else grouped.set(row.serviceId, [row]);
  }
  return grouped;
}
