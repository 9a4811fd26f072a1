import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** All errors of a form, each a link to its field; takes the focus when it appears, and the page's title says it first. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { id: string; message: string }[] }) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  // Refused again with as many errors, it takes the focus again.
  const answer = useActionData<object>();
  useEffect(() => {
    if (count === 0) return;
    void answer;
    box.current?.focus();
    const before = document.title;
    // The address alone may have been wrong: then the page came with it in its title.
    const marked = before.startsWith(t('form.error')) ? before : `${t('form.error')} ${before}`;
    document.title = marked;
    // A page that has come meanwhile keeps its own title.
    return () => {
      if (document.title === marked) document.title = before;
    };
  }, [count, answer, t]);
  if (count === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings somebody to what went wrong.
    <div className="besked besked--fejl" role="alert" tabIndex={-1} ref={box} autoFocus>
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
