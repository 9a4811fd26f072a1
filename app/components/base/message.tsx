import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useAnswerFocus } from './use-answer-focus.ts';

type Tone = 'neutral' | 'ok' | 'warning' | 'error';
const looks: Record<Tone, { className: string; icon: IconName }> = {
  neutral: { className: '', icon: 'info' },
  ok: { className: 'message--success', icon: 'check' },
  warning: { className: 'message--warning', icon: 'warning' },
  error: { className: 'message--error', icon: 'warning' },
};

type Props = { tone?: Exclude<Tone, 'error'>; lead: string; children?: ReactNode };

/** A message with an icon and a bold first sentence. */
export function Message({ tone = 'neutral', lead, children }: Props) {
  const { className, icon } = looks[tone];
  return (
    <div className={`message ${className}`} {...(tone === 'ok' && { role: 'status' })}>
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

/** The result of a form: success, or why it failed. It takes the focus because the button may be far from it. */
export function FormAnswer({ tone, lead }: { tone: 'ok' | 'error'; lead: string }) {
  const { className, icon } = looks[tone];
  const box = useAnswerFocus<HTMLDivElement>();
  return (
    <div
      className={`message ${className}`}
      role={tone === 'error' ? 'alert' : 'status'}
      tabIndex={-1}
      ref={box}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript, autofocus is what moves the reader to the answer.
      autoFocus
    >
      <Icon name={icon} />
      <p>
        <b>{lead}</b>
      </p>
    </div>
  );
}
