/** A clock that shows an instant when it is made, and goes on from there. */
export function clockFrom(instant: string): () => string {
  const ahead = Date.parse(instant) - Date.now();
  return () => new Date(Date.now() + ahead).toISOString();
}
