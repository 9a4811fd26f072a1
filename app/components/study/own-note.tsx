import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { formatClock } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  place: { section: string; title: string; action: string };
  note: { text: string } | undefined;
  open?: boolean;
  error?: string;
};

/**
 * An own note beside a section, which nobody else sees. Without JavaScript the form leads back to the section; what was refused
 * comes back on a page of its own.
 */
export function OwnNote({ language, place, note, open, error }: Props) {
  const { t } = useTranslation('study');
  const fetcher = useFetcher<{ savedAt: string } | { error: string; text: string }>();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const id = `note-to-${place.section}`;
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const wrong = answer && 'error' in answer ? answer.error : answer ? undefined : error;
  return (
    <details
      className="disclosure own-note"
      id={`note-${place.section}`}
      open={open || note !== undefined || undefined}
    >
      <summary>{note ? t('note.own') : t('note.add')}</summary>
      <fetcher.Form method="post" action={place.action}>
        <input type="hidden" name="section" value={place.section} />
        {scripted && <input type="hidden" name="scripted" value="1" />}
        <TextArea
          id={id}
          name="note"
          label={t('note.label', { section: place.title })}
          hint={t('note.hint')}
          rows={4}
          maxLength={4_000}
          defaultValue={note?.text}
          error={wrong}
        />
        <div className="row">
          <button className="button button-secondary" type="submit">
            {t('note.save')}
          </button>
          <p className="muted no-margin" role="status">
            {answer && 'savedAt' in answer ? t('note.saved', { at: formatClock(language, answer.savedAt) }) : ''}
          </p>
        </div>
      </fetcher.Form>
    </details>
  );
}
