import type { Marks } from '#app/use-cases/learning/see-step.server.ts';
import { Bookmark } from './bookmark.tsx';
import { OwnNote } from './own-note.tsx';

type Props = {
  language: 'da' | 'en';
  /** The address of the text. */
  here: string;
  marks: Marks;
  section: { id: string; title: string };
};

/** The reader's own bookmark and note at the end of a section. */
export function OwnMarks({ language, here, marks, section: { id: section, title } }: Props) {
  const note = marks.notes[section];
  return (
    <>
      <Bookmark place={{ section, title }} action={`${here}/bookmark`} marked={marks.bookmark === section} />
      <OwnNote
        language={language}
        place={{ section, title, action: `${here}/note` }}
        note={note === undefined ? undefined : { text: note }}
      />
    </>
  );
}
