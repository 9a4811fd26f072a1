import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { Block, Channel, Distance, GuidanceOutcome } from '#curriculum/guidance/note-choices.ts';
import { MoreOfNote } from './more-of-note.tsx';
import { Tiles } from './tiles.tsx';

type Props = {
  operationId: string;
  topics: readonly { key: string; title: string }[];
  outcomes: readonly GuidanceOutcome[];
  choices: { blocks: readonly Block[]; channels: readonly Channel[]; distances: readonly Distance[] };
  days: { today: string; most: number };
  given: Record<string, string> | undefined;
  errors: readonly { id: string; message: string }[];
};

/** Two questions that are answered in ten seconds, and more for whoever has the time. */
export function LogForm({ operationId, topics, outcomes, choices, days, given, errors }: Props) {
  const { t } = useTranslation('guidance');
  const errorOf = (wanted: string) => errors.find(({ id }) => id === wanted)?.message;
  return (
    <Form method="post" className="log" key={operationId} noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <Tiles
        name="about"
        legend={t('what')}
        options={topics.map(({ key, title }) => ({ value: key, label: title }))}
        chosen={given?.about}
        error={errorOf('about-0')}
      />
      <Tiles
        name="outcome"
        legend={t('how')}
        options={outcomes.map((each) => ({ value: each, label: t(`outcome.${each}`) }))}
        chosen={given?.outcome}
        error={errorOf('outcome-0')}
      />
      <MoreOfNote choices={choices} days={days} given={given} errorOf={errorOf} />
      <Message lead={t('no-names')} />
      <div className="bottom-bar">
        <button className="button button-primary" type="submit">
          {t('save')}
        </button>
      </div>
    </Form>
  );
}
