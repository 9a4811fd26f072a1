import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { atTheEnd } from './at-the-end.ts';

type Given = {
  attemptId: string;
  /** The address of the step. */
  here: string;
  dueAt: string | null;
  /** What the server's clock said when the page was made. */
  now: string;
  /** Sends what was typed last. */
  sendNow: () => void;
  /** False while an answer is still on its way. */
  settled: boolean;
};

/**
 * At the end of the time, sends the latest answer and hands in the attempt. Returns whether the time is up. If the
 * attempt got more time meanwhile, the server says so and the page goes on.
 */
export function useTimeUp({ attemptId, here, dueAt, now, sendNow, settled }: Given): boolean {
  const [isUp, setIsUp] = useState(false);
  const latest = useRef(sendNow);
  latest.current = sendNow;
  useEffect(() => {
    setIsUp(false);
    return atTheEnd({ dueAt, now }, { send: () => latest.current(), over: () => setIsUp(true) });
  }, [dueAt, now]);

  const { submit } = useFetcher();
  const handedInAt = useRef<string | null>();
  useEffect(() => {
    if (!isUp || !settled || handedInAt.current === dueAt) return;
    handedInAt.current = dueAt;
    submit({ attempt: attemptId, when: 'over' }, { method: 'post', action: `${here}/review` });
  }, [isUp, settled, dueAt, attemptId, here, submit]);
  return isUp;
}
