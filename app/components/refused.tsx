import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

/** What was asked for was not done, and why: it takes the focus, since the button may stand far below. */
export function Refused({ why }: { why: string }) {
  const box = useRef<HTMLDivElement>(null);
  const answer = useActionData<object>();
  useEffect(() => {
    void answer;
    box.current?.focus();
  }, [answer]);
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings somebody to what went wrong.
    <div className="besked besked--fejl" role="alert" tabIndex={-1} ref={box} autoFocus>
      <Icon name="warning" />
      <p>
        <b>{why}</b>
      </p>
    </div>
  );
}
