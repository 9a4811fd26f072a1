import { useEffect, useState } from 'react';

/**
 * How many seconds are left until an instant, by the server's clock: `now` is what it said when the page was made. Looks
 * again every fifteen seconds, and at the minutes in `at`, so that what is said then comes on time.
 */
export function useSecondsLeft(until: string, now: string, at: readonly number[] = []): number {
  const end = Date.parse(until);
  const [left, setLeft] = useState((end - Date.parse(now)) / 1000);
  const marks = at.join();
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now();
    const look = () => setLeft((end - Date.now() - ahead) / 1000);
    const timers = marks
      .split(',')
      .filter(Boolean)
      .map((minutes) => end - ahead - Number(minutes) * 60_000 - Date.now())
      .filter((wait) => wait > 0 && wait < 2 ** 31)
      .map((wait) => setTimeout(look, wait + 50));
    const every = setInterval(look, 15_000);
    return () => {
      clearInterval(every);
      for (const timer of timers) clearTimeout(timer);
    };
  }, [end, now, marks]);
  return left;
}
