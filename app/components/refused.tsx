import { Icon } from './icon.tsx';
import { useAnswerFocus } from './use-answer-focus.ts';

/** What was asked for was not done, and why. */
export function Refused({ why }: { why: string }) {
  const box = useAnswerFocus<HTMLDivElement>();
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
