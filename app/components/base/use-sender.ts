import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

type Sender = {
  pause: number;
  retryAfter: number;
  /** Sends the next one: `gone`, or no way `through`, or there was `nothing` to send. */
  sendNext: () => Promise<'gone' | 'not-through' | 'nothing'>;
  waits: () => boolean;
};

/**
 * Sends what waits one at a time, so that a slow one never overtakes a later one, and again until it has come through.
 * Nobody leaves the site by accident while something waits.
 */
export function useSender(given: Sender) {
  const latest = useRef(given);
  latest.current = given;
  const sending = useRef(false);
  const asked = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const rest = useCallback(() => clearTimeout(timer.current), []);
  const send = useCallback(async () => {
    rest();
    asked.current = true;
    if (sending.current) return;
    sending.current = true;
    let came: Awaited<ReturnType<Sender['sendNext']>> = 'nothing';
    while (asked.current || came === 'gone') {
      asked.current = false;
      came = await latest.current.sendNext();
    }
    sending.current = false;
    if (came === 'not-through') timer.current = setTimeout(send, latest.current.retryAfter);
  }, [rest]);
  const sendSoon = useCallback(() => {
    rest();
    timer.current = setTimeout(send, latest.current.pause);
  }, [rest, send]);

  useEffect(() => {
    const online = () => void send();
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
      rest();
    };
  }, [send, rest]);
  useBeforeUnload(
    useCallback((event) => {
      if (latest.current.waits()) event.preventDefault();
    }, []),
  );
  return { send, sendSoon, rest };
}
