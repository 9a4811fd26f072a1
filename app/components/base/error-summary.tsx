import { useActionData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/**
 * Lists all errors of a form, each linked to its field. It takes the focus when it appears, and the page's title begins
 * with the word for an error.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { id: string; message: string }[] }) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  // If the form is refused again with the same number of errors, the summary takes the focus again.
  const answer = useActionData<object>();
  useEffect(() => {
    if (count === 0) return;
    void answer;
    box.current?.focus();
    const before = document.title;
    // If the page was loaded from an address with an error in it, the server has already put the error word in the
    // title.
    const marked = before.startsWith(t('form.error')) ? before : `${t('form.error')} ${before}`;
    document.title = marked;
    // If another page has replaced the title in the meantime, leave that title alone.
    return () => {
      if (document.title === marked) document.title = before;
    };
  }, [count, answer, t]);
  if (count === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript, autofocus is what moves the reader to the errors.
    <div className="message message--error" role="alert" tabIndex={-1} ref={box} autoFocus>
      <Icon name="warning" />
      <div>
        <h2 className="h4 no-margin">{title}</h2>
        <ul className="plain-list">
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
