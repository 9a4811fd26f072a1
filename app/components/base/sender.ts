export type Sending = {
  /** How long typing rests before it is sent, and how long it waits at most while somebody goes on typing. */
  pause: number;
  longest: number;
  retryAfter: number;
  /**
   * Sends the next item: `gone` when it was delivered, `not-through` when sending failed, `nothing` when nothing was
   * left.
   */
  sendNext: () => Promise<'gone' | 'not-through' | 'nothing'>;
};

/**
 * Sends waiting items one at a time, so that a slow item never overtakes a later one, and retries until each is
 * delivered. `now` gives the present settings.
 */
export function makeSender(now: () => Sending) {
  let isSending = false;
  let isAsked = false;
  let waitsSince: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rest = () => clearTimeout(timer);
  async function send(): Promise<void> {
    rest();
    waitsSince = undefined;
    isAsked = true;
    if (isSending) return;
    isSending = true;
    let came: Awaited<ReturnType<Sending['sendNext']>> = 'nothing';
    while (isAsked || came === 'gone') {
      isAsked = false;
      came = await now().sendNext();
    }
    isSending = false;
    if (came === 'not-through') timer = setTimeout(send, now().retryAfter);
  }
  function sendSoon(): void {
    rest();
    const at = Date.now();
    waitsSince ??= at;
    const { pause, longest } = now();
    timer = setTimeout(send, Math.max(0, Math.min(pause, waitsSince + longest - at)));
  }
  return { send, sendSoon, rest };
}
