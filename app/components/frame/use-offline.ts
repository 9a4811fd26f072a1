import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Lets an adviser go on without a network. A page that was kept needs it at once, any other when it is at rest. */
export function useOffline(mayLearn: boolean): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    if (!mayLearn || !navigator.serviceWorker) return;
    const begin = () => void import('#app/offline/start.ts').then(({ start }) => start(i18n));
    const wait = setTimeout(begin, 'kept' in document.documentElement.dataset ? 0 : 3000);
    return () => clearTimeout(wait);
  }, [mayLearn, i18n]);
}
