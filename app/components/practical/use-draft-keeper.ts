import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSender } from '#app/components/base/use-sender.ts';

type State =
  | { is: 'resting' | 'saving' | 'no-connection' | 'signed-out' }
  | { is: 'saved'; at: string }
  | { is: 'refused'; error: string };

/** Saves what is written while it is written. */
export function useDraftKeeper(address: string) {
  const [state, setState] = useState<State>({ is: 'resting' });
  const unsaved = useRef<string>();
  const { sendSoon, rest } = useSender({
    pause: 2_000,
    retryAfter: 5_000,
    waits: () => unsaved.current !== undefined,
    async sendNext() {
      const text = unsaved.current;
      if (text === undefined) return 'nothing';
      setState({ is: 'saving' });
      const result = await sendDraft(address, text);
      setState(result);
      if (result.is === 'no-connection' || result.is === 'signed-out') return 'not-through';
      // Words written meanwhile have a pause of their own.
      if (unsaved.current === text) unsaved.current = undefined;
      return 'nothing';
    },
  });

  const keep = (text: string) => {
    unsaved.current = text;
    sendSoon();
  };
  /** The form itself is on its way and carries the words; without a connection it stays. */
  const handOver = (event: FormEvent<HTMLFormElement>) => {
    if (!navigator.onLine) {
      event.preventDefault();
      return setState({ is: 'no-connection' });
    }
    unsaved.current = undefined;
    rest();
  };

  // Whoever leaves within the pause takes no words away.
  useEffect(
    () => () => {
      if (unsaved.current !== undefined) void sendDraft(address, unsaved.current);
    },
    [address],
  );
  return { state, keep, handOver };
}

async function sendDraft(address: string, text: string): Promise<State> {
  try {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams({ text }), redirect: 'manual' });
    if (response.status === 401) return { is: 'signed-out' };
    if (!response.ok && ![400, 409].includes(response.status)) return { is: 'no-connection' };
    const said: { savedAt?: string; error?: string } = await response.json();
    return said.savedAt ? { is: 'saved', at: said.savedAt } : { is: 'refused', error: said.error ?? '' };
  } catch {
    return { is: 'no-connection' };
  }
}
