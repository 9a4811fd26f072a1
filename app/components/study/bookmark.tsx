import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

type Props = { place: { section: string; title: string }; action: string; marked: boolean };

/** Marks a section to come back to. A text has one mark, so setting another moves it. */
export function Bookmark({ place, action, marked }: Props) {
  const { t } = useTranslation('study');
  return (
    <Form method="post" action={action} className="bookmark only-screen" preventScrollReset>
      <input type="hidden" name="section" value={place.section} />
      <input type="hidden" name="marked" value={marked ? '0' : '1'} />
      <button type="submit" aria-pressed={marked}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M6.5 4h11v16l-5.5-4-5.5 4z"
            fill={marked ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        {t(marked ? 'bookmark.unset' : 'bookmark.set')}
        <span className="sr-only"> {t('bookmark.at', { section: place.title })}</span>
      </button>
    </Form>
  );
}
