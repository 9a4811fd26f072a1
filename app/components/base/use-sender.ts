import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

type Sender = {
  pause: number;
  retryAfter: number;
  /**
   * Sends the next item: `gone` when it was delivered, `not-through` when sending failed, `nothing` when nothing was
   * left.
   */
  sendNext: () => Promise<'gone' | 'not-through' | 'nothing'>;
  waits: () => boolean;
};

/**
 * Sends waiting items one at a time, so that a slow item never overtakes a later one, and retries until each is
 * delivered. The browser asks before it leaves the site while something is waiting.
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
