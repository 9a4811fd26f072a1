import { type Blocker, useBlocker, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSender } from '#app/components/base/use-sender.ts';
import { keepBrought } from './brought-page.ts';
import { type Given, type KeptAnswer, readKept, type SendOutcome, sendKept, writeKept } from './kept-answers.ts';

type State = SendOutcome | { is: 'resting' } | { is: 'saving' };
type Place = {
  attemptId: string;
  operationId: string;
  here: string;
  slot: number;
  /** The slot of the next question, or the review. It comes with what is saved. */
  next: string;
  dueAt: string | null;
};

/**
 * Saves each answer as it is given. Without a connection the answers stay on the device and the page stays open until
 * they are sent.
 */
export function useAnswerKeeper({ attemptId, operationId, here, slot, next: after, dueAt }: Place) {
  const [state, setState] = useState<State>({ is: 'resting' });
  const [restored, setRestored] = useState(0);
  const kept = useRef<KeptAnswer[]>([]);
  const count = useRef(0);
  const blocker = useBlocker(useCallback(() => kept.current.length > 0, []));
  const letGo = useRef<Blocker>();
  const { revalidate } = useRevalidator();
  const { send, sendSoon } = useSender({
    pause: 600,
    longest: 2_000,
    retryAfter: 4_000,
    waits: () => kept.current.length > 0,
    async sendNext() {
      const next = kept.current[0];
      if (!next) return 'nothing';
      const sent = await sendKept({ attemptId, here, next: after }, next);
      setState(sent);
      if (sent.is === 'no-connection' || sent.is === 'signed-out') return 'not-through';
      // If a newer answer replaced this one during sending, the newer one stays.
      kept.current = kept.current.filter((each) => each !== next);
      writeKept(attemptId, kept.current);
      if (kept.current.length > 0) setState({ is: 'saving' });
      if (sent.is === 'saved' && sent.brought && next.slot === slot) keepBrought(sent.brought);
      // Extra time was granted meanwhile: the page shows the new end.
      if (sent.is === 'saved' && sent.dueAt !== dueAt) revalidate();
      return 'gone';
    },
  });

  const keep = useCallback(
    (given: Given, soon: boolean) => {
      count.current += 1;
      const operation = `${operationId}-${Date.now()}-${count.current}`;
      kept.current = [...kept.current.filter((each) => each.slot !== slot), { slot, operation, ...given }];
      writeKept(attemptId, kept.current);
      setState({ is: 'saving' });
      if (soon) void send();
      else sendSoon();
    },
    [attemptId, operationId, slot, send, sendSoon],
  );

  useEffect(() => {
    kept.current = readKept(attemptId);
    // Send what an earlier page could not send, then show it in the fields.
    if (kept.current.length > 0)
      void send().then(() => {
        revalidate();
        setRestored((before) => before + 1);
      });
  }, [attemptId, send, revalidate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: opening another question resets the state.
  useEffect(() => {
    if (kept.current.length === 0) setState({ is: 'resting' });
  }, [slot]);

  useEffect(() => {
    // Remix reports a released page as blocked until the next one is ready, and it can be released only once.
    if (blocker.state !== 'blocked' || blocker === letGo.current) return;
    if (state.is === 'refused' && !state.over) blocker.reset();
    else if (kept.current.length === 0) {
      letGo.current = blocker;
      blocker.proceed();
    }
  }, [blocker, state]);

  return { state, keep, send, restored };
}
