import { useBeforeUnload } from '@remix-run/react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';

type State =
  | { is: 'resting' | 'saving' | 'no-connection' }
  | { is: 'saved'; at: string }
  | { is: 'refused'; error: string };

const typingPause = 2_000;
const retryAfter = 5_000;

/** Saves what is written while it is written: one sending at a time, and again until it has come through. */
export function useDraftKeeper(address: string) {
  const [state, setState] = useState<State>({ is: 'resting' });
  const unsaved = useRef<string>();
  const sending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    const text = unsaved.current;
    if (text === undefined || sending.current) return;
    sending.current = true;
    setState({ is: 'saving' });
    const result = await sendDraft(address, text);
    sending.current = false;
    const newer = unsaved.current !== text;
    if (result.is !== 'no-connection' && !newer) unsaved.current = undefined;
    setState(result);
    if (unsaved.current !== undefined) timer.current = setTimeout(send, newer ? typingPause : retryAfter);
  }, [address]);

  const keep = (text: string) => {
    unsaved.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(send, typingPause);
  };
  /** The form itself is on its way and carries the words; without a connection it stays. */
  const handOver = (event: FormEvent<HTMLFormElement>) => {
    if (!navigator.onLine) {
      event.preventDefault();
      return setState({ is: 'no-connection' });
    }
    unsaved.current = undefined;
    clearTimeout(timer.current);
  };

  // Whoever leaves within the pause takes no words away.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (unsaved.current !== undefined) void sendDraft(address, unsaved.current);
    },
    [address],
  );
  useBeforeUnload(
    useCallback((event) => {
      if (unsaved.current !== undefined) event.preventDefault();
    }, []),
  );
  return { state, keep, handOver };
}

async function sendDraft(address: string, text: string): Promise<State> {
  try {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams({ text }), redirect: 'manual' });
    if (!response.ok && ![400, 409].includes(response.status)) return { is: 'no-connection' };
    const said: { savedAt?: string; error?: string } = await response.json();
    return said.savedAt ? { is: 'saved', at: said.savedAt } : { is: 'refused', error: said.error ?? '' };
  } catch {
    return { is: 'no-connection' };
  }
}
