import { useTranslation } from 'react-i18next';

/** What is wrong with a candidate, line by line. */
export function PolicyProblems({ problems }: { problems: readonly { line: number; message: string }[] }) {
  const { t } = useTranslation('policy');
  return (
    <section className="space-6" aria-labelledby="problems">
      <h2 id="problems">{t('problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <b>{t('line', { line })}</b> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
