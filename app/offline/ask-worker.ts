import type { Asked, Told } from './worker-scope.ts';

/** Asks the worker of this site, once there is one. It answers to whoever listens. */
export async function askWorker(asked: Asked): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(asked);
}

/** Hears what the worker tells. Returns how to stop. */
export function listen(hear: (told: Told) => void): () => void {
  const heard = ({ data }: MessageEvent<Told>) => hear(data);
  navigator.serviceWorker.addEventListener('message', heard);
  return () => navigator.serviceWorker.removeEventListener('message', heard);
}
