import { useFetcher } from '@remix-run/react';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { NotTranslated } from '#app/components/base/text-language.tsx';
import { Unbroken } from '#app/components/base/unbroken.tsx';
import { TermCards } from '#app/components/study/term-cards.tsx';
import type { Section } from '#curriculum/content/parse-reading.ts';
import type { Term } from '#curriculum/glossary/parse-glossary.ts';

type View = {
  id: string;
  enrolmentId: string;
  kind: 'lesson' | 'day';
  title: { da: string; en: string };
  /** The language of the text. */
  language: 'da' | 'en';
  sections: Section[];
  terms: Term[];
  sourcesHtml: string;
  minutes?: number;
  place?: string | null;
  status: string;
};

/**
 * A text to read: its sections, its sources, and the reader's last position. A text that is not translated is Danish,
 * whatever the language of the page.
 */
export function Reading({
  view,
  language,
  lead,
  beside,
  exercise,
  children,
}: {
  view: View;
  language: 'da' | 'en';
  lead?: ReactNode;
  /** What stands at the end of a section: the reader's own bookmark and note. */
  beside?: (section: Section) => ReactNode;
  exercise?: (id: string) => ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('adviser');
  useRememberedPlace(view);
  const places = view.sections.flatMap(({ id, title, headings }) => [{ id, title }, ...headings]);
  const reached = view.status === 'done' ? places.length : places.findIndex(({ id }) => id === view.place);
  const place = places.find(({ id }) => id === view.place);
  // What lies before the place that was reached counts as read.
  const stateOf = (id: string) => {
    const at = places.findIndex((each) => each.id === id);
    return at < reached ? 'contents__read' : at === reached ? 'contents__here' : undefined;
  };
  const entry = (id: string, title: string) => {
    const state = view.kind === 'lesson' ? stateOf(id) : undefined;
    return (
      <Link
        to={view.kind === 'lesson' ? `?section=${id}#${id}` : `#${id}`}
        aria-current={state === 'contents__here' ? 'location' : undefined}
      >
        <span lang={view.language}>{title}</span>
        {state && <span className="sr-only">, {t(state === 'contents__here' ? 'reading.here' : 'reading.read')}</span>}
      </Link>
    );
  };
  return (
    <div className="columns columns--narrow">
      <nav className="sticky" aria-labelledby="contents-title">
        <h2 className="overline" id="contents-title">
          {t('reading.contents')}
        </h2>
        <ol className="contents">
          {view.sections.map(({ id, title, headings }) => (
            <li key={id} className={stateOf(id)}>
              {entry(id, title)}
              {headings.length > 0 && (
                <ol>
                  {headings.map((heading) => (
                    <li key={heading.id} className={stateOf(heading.id)}>
                      {entry(heading.id, heading.title)}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <article className="prose">
        <p className="overline">
          {view.minutes ? t('reading.lesson', { minutes: view.minutes }) : t(`reading.${view.kind}`)}
        </p>
        <h1>
          <Unbroken text={view.title[language]} />
        </h1>
        {place && place.id !== view.sections[0]?.id && (
          <p>
            <a className="text-link" href={`#${place.id}`}>
              {t('reading.continue', { section: place.title })}
            </a>
          </p>
        )}
        <NotTranslated told={view.language} language={language} what="text" />
        {lead}
        <Sections
          sections={view.sections}
          told={view.language}
          beside={beside}
          language={language}
          {...(exercise && { exercise: (id) => <div lang={language}>{exercise(id)}</div> })}
        />
        <TermCards terms={view.terms} language={language} />
        {children}
        <Sources html={view.sourcesHtml} told={view.language} />
      </article>
    </div>
  );
}

/** The prose itself. It comes from our own reviewed files, never from what users write. */
type SectionsProps = Pick<View, 'sections'> & {
  /** The language of the text. */
  told: 'da' | 'en';
  exercise?: (id: string) => ReactNode;
  beside?: ((section: Section) => ReactNode) | undefined;
  /** The language of the page, for what is not the text itself. */
  language?: 'da' | 'en';
};

export function Sections({ sections, told, exercise, beside, language }: SectionsProps) {
  return (
    <div lang={told}>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id} className={section.id === 'opgave' ? 'task' : undefined}>
          <h2 id={section.id}>{section.title}</h2>
          {section.parts.map((part, at) =>
            'html' in part ? (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: parsed from reviewed Markdown without HTML.
              <div key={String(at)} dangerouslySetInnerHTML={{ __html: part.html }} />
            ) : (
              <Fragment key={part.exercise}>{exercise?.(part.exercise)}</Fragment>
            ),
          )}
          {beside && <div lang={language}>{beside(section)}</div>}
        </section>
      ))}
    </div>
  );
}

/** The sources of the prose. They come last on the page so that nobody has to scroll past them to continue. */
export function Sources({ html, told }: { html: string; told: 'da' | 'en' }) {
  if (!html) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as above.
  return <div className="colophon" lang={told} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Tells the server which section is being read. Without JavaScript, the links in the table of contents do that. */
function useRememberedPlace({ id, enrolmentId, kind, sections }: View) {
  const fetcher = useFetcher();
  const { submit } = fetcher;
  const last = useRef('');
  // By their ids: the answer to each place brings the sections anew, and telling the same place again would never end.
  const places = sections
    .flatMap((section) => [section, ...section.headings])
    .map((place) => place.id)
    .join(' ');
  useEffect(() => {
    if (kind !== 'lesson') return;
    const seen = new IntersectionObserver(
      (entries) => {
        const section = entries.find(({ isIntersecting }) => isIntersecting)?.target.id;
        // A kept page has nobody to tell.
        if (!section || section === last.current || 'kept' in document.documentElement.dataset) return;
        last.current = section;
        submit({ section }, { method: 'post', action: `/enrolments/${enrolmentId}/steps/${id}/place` });
      },
      { rootMargin: '0px 0px -60% 0px' },
    );
    for (const place of places.split(' ')) {
      const heading = document.getElementById(place);
      if (heading) seen.observe(heading);
    }
    return () => seen.disconnect();
  }, [id, enrolmentId, kind, places, submit]);
}
