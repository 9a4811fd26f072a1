import '#app/words/information.ts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

type Section = { title: string; text: string[] };

/** A page of plain text. The translation files define its sections. */
export function InformationPage({
  page,
  issuer,
  email,
}: {
  page: 'help' | 'privacy' | 'accessibility' | 'contact';
  issuer: string;
  email: string | null;
}) {
  const { t } = useTranslation('help');
  const said = { issuer, ...(t(`address.${email ? 'given' : 'missing'}`, { returnObjects: true }) as object) };
  const sections = t(`${page}.sections`, { returnObjects: true, ...said }) as Section[];
  const address = <p>{email ? <a href={`mailto:${email}`}>{email}</a> : t('contact.no-address')}</p>;
  return (
    <article className="prose">
      <h1>{t(`${page}.title`)}</h1>
      <p className="lead">{t(`${page}.lead`, said)}</p>
      {page === 'contact' && address}
      {sections.length > 4 && (
        <nav aria-labelledby="contents">
          <p id="contents">
            <b>{t('contents')}</b>
          </p>
          <ul>
            {sections.map(({ title }, at) => (
              <li key={title}>
                <a href={`#${page}-${at + 1}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map(({ title, text }, at) => (
        <Fragment key={title}>
          <h2 id={`${page}-${at + 1}`}>{title}</h2>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Fragment>
      ))}
      {(page === 'privacy' || page === 'accessibility') && address}
    </article>
  );
}
