import { Link } from './link.tsx';

/** The breadcrumb trail. The last entry is the current page. */
export function Breadcrumbs({
  label,
  links,
  here,
}: {
  label: string;
  links: readonly { to: string; text: string }[];
  here: string;
}) {
  return (
    <nav className="breadcrumbs" aria-label={label}>
      <ol className="breadcrumbs__list">
        {links.map(({ to, text }) => (
          <li className="breadcrumbs__list-item" key={to}>
            <Link className="breadcrumbs__link" to={to}>
              {text}
            </Link>
          </li>
        ))}
        <li className="breadcrumbs__list-item">
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}
