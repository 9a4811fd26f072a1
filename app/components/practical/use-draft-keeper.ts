import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSender } from '#app/components/base/use-sender.ts';

type State =
  | { is: 'resting' | 'saving' | 'no-connection' | 'signed-out' }
  | { is: 'saved'; at: string }
  | { is: 'refused'; error: string };

/** Saves the draft while somebody is writing. */
export function useDraftKeeper(address: string) {
  const [state, setState] = useState<State>({ is: 'resting' });
  const unsaved = useRef<string>();
  const { sendSoon, rest } = useSender({
    pause: 2_000,
    longest: 10_000,
    retryAfter: 5_000,
    waits: () => unsaved.current !== undefined,
    async sendNext() {
      const text = unsaved.current;
      if (text === undefined) return 'nothing';
      setState({ is: 'saving' });
      const result = await sendDraft(address, text);
      setState(result);
      if (result.is === 'no-connection' || result.is === 'signed-out') return 'not-through';
      // If the text changed during saving, the newer text waits for its own pause.
      if (unsaved.current === text) unsaved.current = undefined;
      return 'nothing';
    },
  });

  const keep = (text: string) => {
    unsaved.current = text;
    sendSoon();
  };
  /** The form is being submitted and includes the words. Without a connection, the form is not sent. */
  const handOver = (event: FormEvent<HTMLFormElement>) => {
    if (!navigator.onLine) {
      event.preventDefault();
      return setState({ is: 'no-connection' });
    }
    unsaved.current = undefined;
    rest();
  };

  // If somebody leaves the page within the pause, the latest words are still sent.
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
