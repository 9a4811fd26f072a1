import { useBeforeUnload, useBlocker, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type KeptAnswer, readKept, type Sent, sendKept, writeKept } from './kept-answers.ts';

type State = Sent | { is: 'resting' } | { is: 'saving' };
type Place = { attemptId: string; operationId: string; here: string; slot: number };

const typingPause = 600;
const retryAfter = 4_000;

/**
 * Saves each answer as it is given: one at a time, so that a slow one never overtakes a later one. Without a
 * connection the answers stay on the device and the page stays open until they are sent.
 */
export function useAnswerKeeper({ attemptId, operationId, here, slot }: Place) {
  const [state, setState] = useState<State>({ is: 'resting' });
  const [restored, setRestored] = useState(0);
  const kept = useRef<KeptAnswer[]>([]);
  const sending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const count = useRef(0);
  const blocker = useBlocker(useCallback(() => kept.current.length > 0, []));
  const { revalidate } = useRevalidator();

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    if (sending.current) return;
    sending.current = true;
    for (let next = kept.current[0]; next; next = kept.current[0]) {
      const sent = await sendKept(attemptId, here, next);
      setState(sent);
      if (sent.is === 'no-connection' || sent.is === 'signed-out') {
        timer.current = setTimeout(send, retryAfter);
        break;
      }
      // An answer given meanwhile has taken its place, and stays.
      kept.current = kept.current.filter((each) => each !== next);
      writeKept(attemptId, kept.current);
      if (kept.current.length > 0) setState({ is: 'saving' });
    }
    sending.current = false;
  }, [attemptId, here]);

  const keep = useCallback(
    (answer: string[], soon: boolean) => {
      count.current += 1;
      const operation = `${operationId}-${Date.now()}-${count.current}`;
      kept.current = [...kept.current.filter((each) => each.slot !== slot), { slot, operation, answer }];
      writeKept(attemptId, kept.current);
      setState({ is: 'saving' });
      clearTimeout(timer.current);
      if (soon) void send();
      else timer.current = setTimeout(send, typingPause);
    },
    [attemptId, operationId, slot, send],
  );

  useEffect(() => {
    kept.current = readKept(attemptId);
    const online = () => void send();
    addEventListener('online', online);
    // What an earlier page could not send goes first; then the fields show it.
    if (kept.current.length > 0)
      void send().then(() => {
        revalidate();
        setRestored((before) => before + 1);
      });
    return () => {
      removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [attemptId, send, revalidate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is opened with a clean line of state.
  useEffect(() => {
    if (kept.current.length === 0) setState({ is: 'resting' });
  }, [slot]);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (state.is === 'refused' && !state.over) blocker.reset();
    else if (kept.current.length === 0) blocker.proceed();
  }, [blocker, state]);

  useBeforeUnload(
    useCallback((event) => {
      if (kept.current.length > 0) event.preventDefault();
    }, []),
  );

  return { state, keep, restored };
}
