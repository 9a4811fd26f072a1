import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { Mover, Titled } from '#app/use-cases/holds/editions/mover-with.ts';
import type { MigrationPreview } from '#app/use-cases/holds/editions/preview-migration.server.ts';
import { formatList } from '#app/words/format.ts';

type Props = { preview: MigrationPreview; language: 'da' | 'en' };

/** Who would keep or lose what by moving, and who cannot move now and why. */
export function EditionMovers({ preview, language }: Props) {
  const { t } = useTranslation('leader');
  return (
    <section className="space-7" aria-labelledby="movers">
      <h2 id="movers">{t('edition.people')}</h2>
      <ScrollRegion label={t('edition.people')}>
        <table className="data-table">
          <caption className="sr-only">{t('edition.people')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('edition.adviser')}</th>
              <th scope="col">{t('edition.at')}</th>
              <th scope="col">{t('edition.means')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.people.map((mover) => (
              <tr key={mover.enrolmentId}>
                <th scope="row">{mover.name}</th>
                <td>{mover.edition}</td>
                <td>{linesOf(mover).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );

  function linesOf(mover: Mover): string[] {
    if (mover.standing === 'attempt-running') return [t('edition.attempt-running', { steps: list(mover.steps) })];
    if (mover.standing !== 'open') return [t(`edition.${mover.standing}`)];
    const { stays, begun, lost, declared, waiting } = mover;
    const loss = begun.length === 0 ? t('edition.nothing-begun') : t('edition.nothing-lost');
    return [
      ...(stays ? [t('edition.stays', { edition: mover.edition })] : []),
      lost.length > 0 ? t('edition.lost', { steps: list(lost) }) : loss,
      ...(declared.length > 0 ? [t('edition.declared', { steps: list(declared) })] : []),
      ...(waiting.migrate.length > 0 ? [t('edition.waiting', { steps: list(waiting.migrate) })] : []),
      ...(waiting.migrate.length === 0 && waiting.restart.length > 0
        ? [t('edition.waiting-restart', { steps: list(waiting.restart) })]
        : []),
    ];
  }

  function list(steps: readonly Titled[]): string {
    return formatList(
      language,
      steps.map(({ title }) => title[language]),
    );
  }
}
