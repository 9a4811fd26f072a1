import { useTranslation } from 'react-i18next';

type Section = { title: string; text: string[] };

/** A page of plain words: its sections stand in the words themselves. */
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
  const sections = t(`${page}.sections`, { returnObjects: true, issuer }) as Section[];
  return (
    <article className="artikel">
      <h1>{t(`${page}.title`)}</h1>
      <p className="stor">{t(`${page}.lead`, { issuer })}</p>
      {page === 'contact' && <p>{email ? <a href={`mailto:${email}`}>{email}</a> : t('contact.no-address')}</p>}
      {sections.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
