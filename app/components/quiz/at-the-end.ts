/** Timers take no longer wait than this. */
const longestTimer = 2 ** 31 - 1;
/** How long before the end the latest answer is sent, so that it is there in time. */
const ahead = 1_500;

/**
 * Calls `send` shortly before the end and at the end, and `over` at the end. `now` is the server's clock when the page
 * was made. Returns what takes the calls back.
 */
export function atTheEnd(
  { dueAt, now }: { dueAt: string | null; now: string },
  { send, over }: { send: () => void; over: () => void },
): () => void {
  const left = dueAt ? Date.parse(dueAt) - Date.parse(now) : Number.POSITIVE_INFINITY;
  if (left > longestTimer) return () => undefined;
  const before = setTimeout(send, left - ahead);
  const end = setTimeout(() => {
    send();
    over();
  }, left);
  return () => {
    clearTimeout(before);
    clearTimeout(end);
  };
}
