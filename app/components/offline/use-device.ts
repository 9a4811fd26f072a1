import { useEffect, useState } from 'react';
import { askWorker, listen } from '#app/offline/ask-worker.ts';
import type { Told } from '#app/offline/worker-scope.ts';

/** What is on this device, as the worker tells it; `none` where the browser has no worker. Undefined until it is known. */
export function useDevice() {
  const [device, setDevice] = useState<(Required<Pick<Told, 'waiting' | 'kept'>> & { offline: boolean }) | 'none'>();
  useEffect(() => {
    if (!navigator.serviceWorker) return setDevice('none');
    const isOffline = () => !navigator.onLine || 'kept' in document.documentElement.dataset;
    const stop = listen(({ waiting, kept }) => waiting && kept && setDevice({ waiting, kept, offline: isOffline() }));
    void askWorker({ ask: 'state' });
    return stop;
  }, []);
  return device;
}
