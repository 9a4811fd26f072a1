/** Marks something that went wrong: a square with a cross, so that it is known without its colour. */
export function WrongMark() {
  return (
    <svg className="node" viewBox="0 0 36 36" aria-hidden="true">
      <path d="M5 5h26v26H5zM12.5 12.5l11 11M23.5 12.5l-11 11" fill="none" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  );
}
