import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import type { Block, Channel, Distance } from '#curriculum/guidance/note-choices.ts';
import { Tiles } from './tiles.tsx';

type Props = {
  choices: { blocks: readonly Block[]; channels: readonly Channel[]; distances: readonly Distance[] };
  days: { today: string; most: number };
  given: Record<string, string> | undefined;
  errorOf(id: string): string | undefined;
};

/** What a note can also say. It opens by itself when something in it was filled in, so an error is never hidden. */
export function MoreOfNote({ choices, days, given, errorOf }: Props) {
  const { t } = useTranslation('guidance');
  const filled = (['blocked', 'channel', 'distance', 'minutes', 'referred-to'] as const).some((name) => given?.[name]);
  const groups = [
    { name: 'blocked', options: choices.blocks.map((value) => ({ value, label: t(`blocked.${value}`) })) },
    { name: 'channel', options: choices.channels.map((value) => ({ value, label: t(`channel.${value}`) })) },
    { name: 'distance', options: choices.distances.map((value) => ({ value, label: t(`distance.${value}`) })) },
  ] as const;
  return (
    <details className="disclosure more-of-note" open={filled || errorOf('on-day') !== undefined}>
      <summary>{t('more')}</summary>
      {groups.map(({ name, options }) => (
        <Tiles
          key={name}
          name={name}
          legend={t(`${name}.legend`)}
          options={[...options, { value: '', label: t(`${name}.none`) }]}
          chosen={given?.[name] ?? ''}
          error={errorOf(`${name}-0`)}
        />
      ))}
      <Field
        id="minutes"
        label={t('minutes')}
        inputMode="numeric"
        className="input-width-s"
        defaultValue={given?.minutes}
        error={errorOf('minutes')}
      />
      <Field
        id="referred-to"
        label={t('referred-to')}
        hint={t('referred-to-hint')}
        prose
        autoComplete="off"
        defaultValue={given?.['referred-to']}
        error={errorOf('referred-to')}
      />
      <DateField
        id="on-day"
        label={t('on-day')}
        hint={t('on-day-hint', { days: days.most })}
        defaultValue={given?.['on-day'] || days.today}
        error={errorOf('on-day')}
      />
    </details>
  );
}
