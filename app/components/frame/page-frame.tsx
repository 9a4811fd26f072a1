import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink, daysIn } from '#app/platform/agency-link.ts';
import type { MenuEntry } from '#app/use-cases/menu-of.ts';
import { formatDay } from '#app/words/format.ts';
import { SectionTabs } from './section-tabs.tsx';
import { useOffline } from './use-offline.ts';

type Props = {
  language: 'da' | 'en';
  demo: boolean;
  /** The day that a test case stands on. */
  heldOn: string | null;
  issuer: string;
  here: string;
  viewer: { name: string; roles: string[] } | null;
  menu: readonly MenuEntry[];
  children: ReactNode;
};

/** Pages that show one particular day. The menu keeps the day in its links to them. */
const ofADay = new Set(['search']);

/** Pages that belong to a menu entry although their addresses do not start with it. */
const under: Record<string, string[]> = {
  'my-certificate': ['/enrolments', '/my-notes'],
  grading: ['/appeals'],
  overview: ['/readiness', '/municipalities'],
  surroundings: ['/obligations', '/guidance-log', '/help-points'],
};

const logo = (
  <svg viewBox="0 0 36 36" aria-hidden="true">
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <path d="M6 34V13a12 12 0 1112 12" />
    </g>
    <circle cx="6" cy="30" r="4" fill="currentColor" />
    <circle cx="6" cy="18" r="4" fill="currentColor" />
    <path
      d="M12.5 13.5l4 4 8-8.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

/** The frame of every page: the skip link, the notice about demo data, the menu and the footer. */
export function PageFrame({ language, demo, heldOn, issuer, here, viewer, menu, children }: Props) {
  const { t } = useTranslation('common');
  const [path = '', search] = here.split('?');
  const days = daysIn(new URLSearchParams(search));
  const isHere = (...places: string[]) => places.some((to) => path === to || path.startsWith(`${to}/`));
  const other = language === 'da' ? 'en' : 'da';
  const mayLearn = menu.some(({ key }) => key === 'my-certificate');
  useOffline(mayLearn);
  return (
    <>
      <a className="skipnav" href="#main-content">
        {t('frame.skip')}
      </a>
      {(demo || heldOn) && (
        <section className="demo" aria-label={t('frame.about-version')}>
          <div className="frame">
            <p>{heldOn ? t('frame.held-on', { day: formatDay(language, heldOn) }) : t('frame.demo')}</p>
          </div>
        </section>
      )}
      <header className="top">
        <div className="frame">
          <div className="top__row">
            <Link className="logo" to="/">
              {logo}
              Vejlederbevis
            </Link>
            <div className="top__who">
              <form className="top__form" method="post" action="/language">
                <input type="hidden" name="next" value={here} />
                <button name="language" value={other} lang={other} type="submit">
                  {other === 'en' ? 'English' : 'Dansk'}
                </button>
              </form>
              {viewer ? (
                <>
                  <Link to="/profile">{viewer.name}</Link>
                  <form className="top__form" method="post" action="/sign-out">
                    <button type="submit">{t('frame.sign-out')}</button>
                  </form>
                </>
              ) : (
                <Link to="/sign-in">{t('frame.sign-in')}</Link>
              )}
            </div>
          </div>
          {menu.length > 0 && (
            <nav className="top__nav" aria-label={t('frame.menu')}>
              <ul className="top__menu">
                {menu.map(({ key, to }) => (
                  <li key={key}>
                    <Link
                      to={ofADay.has(key) ? agencyLink(to, days) : to}
                      aria-current={isHere(to, ...(under[key] ?? [])) ? 'page' : undefined}
                    >
                      {t(`menu.${key}`)}
                    </Link>
                  </li>
                ))}
                <li>
                  <Link to="/help" aria-current={isHere('/help') ? 'page' : undefined}>
                    {t('menu.help')}
                  </Link>
                </li>
              </ul>
            </nav>
          )}
        </div>
      </header>
      {mayLearn && <div className="unsent" id="unsent" role="status" />}
      <main id="main-content" tabIndex={-1}>
        <div className="frame">
          <SectionTabs path={path} menu={menu} days={days} />
          {children}
        </div>
      </main>
      <footer className="footer">
        <div className="frame footer__row">
          <p>
            {t('frame.authority', { issuer })}
            <br />
            {t('frame.what')}
          </p>
          <ul className="plain-list">
            <li>
              <Link to="/contact">{t('frame.contact')}</Link>
            </li>
            <li>
              <Link to="/accessibility">{t('frame.accessibility')}</Link>
            </li>
            <li>
              <Link to="/help">{t('menu.help')}</Link>
            </li>
          </ul>
          <ul className="plain-list">
            <li>
              <Link to="/find-help">{t('frame.find-help')}</Link>
            </li>
            <li>
              <Link to="/open-data">{t('frame.open-data')}</Link>
            </li>
            <li>
              <Link to="/glossary">{t('frame.glossary')}</Link>
            </li>
            <li>
              <Link to="/check">{t('frame.check')}</Link>
            </li>
            <li>
              <Link to="/privacy">{t('frame.privacy')}</Link>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
