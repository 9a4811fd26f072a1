import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import type { MenuEntry } from '#app/use-cases/menu-of.ts';

type Props = { path: string; menu: readonly MenuEntry[]; days: Carried };

/** Tabs whose pages are about the present, whatever day the other pages show. */
const ofNow = new Set(['monday', 'partners', 'help-points']);

/** The other pages of the menu entry to which this page belongs. A page below one of them has breadcrumbs instead. */
export function SectionTabs({ path, menu, days }: Props) {
  const { t } = useTranslation('common');
  const entry = menu.find(({ tabs }) => tabs?.some(({ to }) => to === path));
  if (!entry?.tabs) return null;
  return (
    <nav className="section-tabs only-screen" aria-label={t(`menu.${entry.key}`)}>
      <ul>
        {entry.tabs.map(({ key, to }) => (
          <li key={key}>
            <Link to={ofNow.has(key) ? to : agencyLink(to, days)} aria-current={to === path ? 'page' : undefined}>
              {t(`menu.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
