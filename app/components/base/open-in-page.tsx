import { type ReactNode, Suspense, useEffect, useState } from 'react';

/** What is fetched and shown inside the page only on request, and only with JavaScript: a link beside it serves without. */
export function OpenInPage({ show, children }: { show: string; children: ReactNode }) {
  const [scripts, setScripts] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setScripts(true), []);
  if (!scripts) return null;
  if (open) return <Suspense fallback={<p className="muted">…</p>}>{children}</Suspense>;
  return (
    <p className="only-screen">
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {show}
      </button>
    </p>
  );
}
