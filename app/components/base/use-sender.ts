import { useBeforeUnload } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { makeSender, type Sending } from './sender.ts';

/** A sender for a page. The browser asks before it leaves the site while something is waiting. */
export function useSender(given: Sending & { waits: () => boolean }) {
  const latest = useRef(given);
  latest.current = given;
  const [sender] = useState(() => makeSender(() => latest.current));

  useEffect(() => {
    const online = () => void sender.send();
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
      sender.rest();
    };
  }, [sender]);
  useBeforeUnload(
    useCallback((event) => {
      if (latest.current.waits()) event.preventDefault();
    }, []),
  );
  return sender;
}
