import { useNavigation } from '@remix-run/react';
import { useEffect } from 'react';
import { writtenIn } from '#app/platform/written.ts';

// Lives in the browser alone: on the server no navigation is ever under way.
let last: string[] = [];

/** Keeps what a form sends until the page that answers is there, so that an error page can give it back. */
export function useLastSent(): void {
  const { formData, state } = useNavigation();
  useEffect(() => {
    if (formData) last = writtenIn(formData);
    else if (state === 'idle') last = [];
  }, [formData, state]);
}

/** What was being sent when the page went wrong. */
export const lastSent = (): string[] => last;
