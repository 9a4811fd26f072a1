import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useAnswerFocus } from './use-answer-focus.ts';

type Tone = 'neutral' | 'ok' | 'warning' | 'error';
const looks: Record<Tone, { className: string; icon: IconName }> = {
  neutral: { className: '', icon: 'info' },
  ok: { className: 'besked--ok', icon: 'check' },
  warning: { className: 'besked--advarsel', icon: 'warning' },
  error: { className: 'besked--fejl', icon: 'warning' },
};

type Props = { tone?: Exclude<Tone, 'error'>; lead: string; children?: ReactNode };

/** A message with an icon and a bold first sentence. */
export function Message({ tone = 'neutral', lead, children }: Props) {
  const { className, icon } = looks[tone];
  return (
    <div className={`besked ${className}`} {...(tone === 'ok' && { role: 'status' })}>
      <Icon name={icon} />
      <div>
        <p>
          <b>{lead}</b>
        </p>
        {children}
      </div>
    </div>
  );
}

/** What answers a form, and takes the focus, since the button may stand far from it: it went well, or why it did not. */
export function FormAnswer({ tone, lead }: { tone: 'ok' | 'error'; lead: string }) {
  const { className, icon } = looks[tone];
  const box = useAnswerFocus<HTMLDivElement>();
  return (
    <div
      className={`besked ${className}`}
      role={tone === 'error' ? 'alert' : 'status'}
      tabIndex={-1}
      ref={box}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings somebody to the answer.
      autoFocus
    >
      <Icon name={icon} />
      <p>
        <b>{lead}</b>
      </p>
    </div>
  );
}
