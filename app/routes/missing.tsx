import { notFound } from '#app/server/require-viewer.server.ts';

export function loader() {
  throw notFound();
}

export default function Missing() {
  return null;
}
