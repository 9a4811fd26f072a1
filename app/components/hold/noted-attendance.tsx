import { useTranslation } from 'react-i18next';
import { Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { AttendanceNotes } from '#app/use-cases/holds/attendance/attendance-notes.ts';
import { formatInstant } from '#app/words/format.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import type { HoldRefused } from './hold-refused.ts';

export const attendance = ['attended', 'excused', 'absent'] as const satisfies readonly Attendance[];

type Props = { noted: readonly AttendanceNotes[]; language: 'da' | 'en'; refused: HoldRefused | undefined };

/** The attendance noted for some people on a course day, its corrections, and a form to correct it. */
export function NotedAttendance({ noted, language, refused }: Props) {
  return (
    <ul className="queue">
      {noted.map((each) => (
        <NotedPerson key={each.enrolmentId} noted={each} language={language} refused={refused} />
      ))}
    </ul>
  );
}

function NotedPerson({
  noted,
  language,
  refused,
}: {
  noted: AttendanceNotes;
  language: 'da' | 'en';
  refused: HoldRefused | undefined;
}) {
  const { t } = useTranslation('leader');
  const { name, notes, counts, correct } = noted;
  return (
    <li>
      <div className="waiting">{t(`hold.${notes[0]!.outcome}`)}</div>
      <div>
        <h3>{name}</h3>
        {notes.map(({ id, at, by, reason }, place) => {
          const before = notes[place + 1];
          return (
            <p className="muted" key={id}>
              {before
                ? t('hold.noted-corrected', {
                    at: formatInstant(language, at),
                    by,
                    was: t(`hold.${before.outcome}`),
                    reason,
                  })
                : t('hold.noted-by', { at: formatInstant(language, at), by })}
            </p>
          );
        })}
        {!counts && <p className="muted">{t('hold.counts-later')}</p>}
        {correct !== 'yes' && <p className="muted">{t(`hold.correct-no.${correct}`, { name })}</p>}
        {correct === 'yes' && <Correction noted={noted} refused={refused} />}
      </div>
    </li>
  );
}

function Correction({ noted: { name, notes }, refused }: { noted: AttendanceNotes; refused: HoldRefused | undefined }) {
  const { t } = useTranslation('leader');
  const [{ id, outcome }] = notes as [AttendanceNotes['notes'][number]];
  const mine = refused?.fields.attendance === id ? refused : undefined;
  const errorAt = (field: string) => mine?.errors.find((error) => error.id === `${field}-${id}`)?.message;
  return (
    <details className="disclosure" open={mine !== undefined}>
      <summary aria-label={t('hold.correct-name', { name })}>{t('hold.correct')}</summary>
      <p>{t('hold.correct-text', { name })}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="attendance" value={id} />
        <Select
          id={`outcome-${id}`}
          name="outcome"
          label={t('hold.correct-to')}
          defaultValue={mine?.fields.outcome ?? ''}
          error={errorAt('outcome')}
          options={[
            { value: '', label: t('hold.correct-choose') },
            ...attendance.filter((each) => each !== outcome).map((value) => ({ value, label: t(`hold.${value}`) })),
          ]}
        />
        <TextArea
          id={`reason-${id}`}
          name="reason"
          rows={2}
          label={t('hold.correct-reason')}
          hint={t('adviser.reason-hint')}
          error={errorAt('reason')}
          defaultValue={mine?.fields.reason ?? ''}
          maxLength={1_000}
        />
        <button className="button button-secondary" name="intent" value="correct-attendance" type="submit">
          {t('hold.correct-submit')}
        </button>
      </Form>
    </details>
  );
}
