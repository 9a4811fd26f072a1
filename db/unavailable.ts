/** SQLite is busy, full, damaged or gone. */
const sqlite = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)/;
/**
 * PostgreSQL cannot be reached (08), lacks resources (53), is starting or stopping (57P), or ended a statement that took
 * or waited too long (57014, 55P03, 25P03) or that another one stood in the way of (40001, 40P01).
 */
const postgres = /^(08|53|57P|58)|^(57014|55P03|25P03|40001|40P01)$/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
/** The `pg` package gives these faults no code. */
const spoken =
  /^(Connection terminated|Connection ended|Client (was closed|has encountered a connection error)|timeout exceeded when trying to connect|Query read timeout|sqlite: .* is not the file that was opened)/;

/** Whether an error says that the database cannot serve anybody now, and nothing about the request: try again later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, cause } = error as Error & { code?: unknown; syscall?: unknown };
  const called = typeof code === 'string' ? code : '';
  if (sqlite.test(called) || postgres.test(called) || network.has(called) || spoken.test(error.message)) return true;
  // The socket or the name of the server is not there.
  if (['ENOENT', 'ENOTFOUND', 'EAI_AGAIN'].includes(called) && ['connect', 'getaddrinfo'].includes(String(syscall)))
    return true;
  return isUnavailable(cause);
}
