import { useTranslation } from 'react-i18next';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { formatDay } from '#app/words/format.ts';

export type Paper = {
  serviceId: string;
  service: string;
  gate: string;
  lacks: 'unknown' | 'unmet' | 'soon';
  reason: string;
  lastDay: string | null;
  askedOn: string | null;
  askedLately: boolean;
};
type Props = {
  language: 'da' | 'en';
  papers: readonly Paper[];
  gates: readonly { key: string; short: string }[];
  /** What was chosen when the form was sent; before that everything that was not asked for lately. */
  chosen: readonly string[] | undefined;
  error: string | undefined;
};

/** Which papers of which services are asked for. */
export function PaperChoices({ language, papers, gates, chosen, error }: Props) {
  const { t } = useTranslation('evidence');
  const shorts = new Map(gates.map(({ key, short }) => [key, short]));
  return (
    <div className={`form-group${error ? ' form-error' : ''}`}>
      <FieldSet
        id="papers"
        legend={t('ask.papers', { count: papers.length })}
        hint={undefined}
        error={error}
        className="field"
      >
        <ul className="plain-list">
          {papers.map((paper, at) => {
            const value = `${paper.serviceId} ${paper.gate}`;
            const id = at === 0 ? 'papers' : `paper-${at}`;
            return (
              <li key={value}>
                <input
                  className="form-checkbox"
                  type="checkbox"
                  id={id}
                  name="paper"
                  value={value}
                  defaultChecked={chosen ? chosen.includes(value) : !paper.askedLately}
                />
                <label htmlFor={id}>
                  {paper.service}: {shorts.get(paper.gate)}.{' '}
                  <span className="muted">
                    {paper.lacks === 'soon' && paper.lastDay
                      ? t('ask.soon', { day: formatDay(language, paper.lastDay) })
                      : paper.reason}
                    {paper.askedOn && ` ${t('asked-on', { day: formatDay(language, paper.askedOn) })}`}
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      </FieldSet>
    </div>
  );
}
