import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'neutral' | 'ok' | 'warning';
const looks: Record<Tone, { className: string; icon: IconName }> = {
  neutral: { className: '', icon: 'info' },
  ok: { className: 'besked--ok', icon: 'check' },
  warning: { className: 'besked--advarsel', icon: 'warning' },
};

/** A message with an icon and a bold first sentence. */
export function Message({ tone = 'neutral', lead, children }: { tone?: Tone; lead: string; children?: ReactNode }) {
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
