import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

/** All errors of a form, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { id: string; message: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div className="besked besked--fejl" role="alert" tabIndex={-1} ref={box}>
      <Icon name="warning" />
      <div>
        <h2 className="h4 m0">{title}</h2>
        <ul className="ren">
          {errors.map(({ id, message }) => (
            <li key={id}>
              <a href={`#${id}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
