import { useNavigation } from '@remix-run/react';
import { useEffect } from 'react';
import { writtenIn } from '#app/platform/written.ts';

// Only used in the browser: on the server no navigation is ever in progress.
let last: string[] = [];

/** Keeps the fields of a form until the answering page has loaded, so that an error page can give them back. */
export function useLastSent(): void {
  const { formData, state } = useNavigation();
  useEffect(() => {
    if (formData) last = writtenIn(formData);
    else if (state === 'idle') last = [];
  }, [formData, state]);
}

/** What was being sent when the page failed. */
export const lastSent = (): string[] => last;
