import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { LibraryView } from '#app/use-cases/places/libraries/see-library.server.ts';
import { formatDay } from '#app/words/format.ts';
import { LibraryStanding } from './library-standing.tsx';

type Props = { language: 'da' | 'en'; library: LibraryView };

/** What is known about a library today. */
export function AboutLibrary({ language, library }: Props) {
  const { t } = useTranslation('places');
  const { number, successor, successorName, predecessors } = library;
  const rows: [string, ReactNode][] = [
    [t('state.label'), <LibraryStanding key="state" language={language} library={{ ...library, successor: null }} />],
    [t('library.number'), number],
    [t('library.isil'), `DK-${number}`],
    [t('library.service'), library.service],
    [t('library.municipality'), library.municipality],
    [t('library.opened'), formatDay(language, library.openedOn)],
    ...(successor
      ? [
          [
            t('library.successor'),
            <Link key="successor" to={`/places/${successor}`}>
              {successorName ?? successor}
            </Link>,
          ] as [string, ReactNode],
        ]
      : []),
    ...(predecessors.length > 0
      ? [[t('library.predecessors'), predecessors.map(({ name }) => name).join(', ')] as [string, ReactNode]]
      : []),
    [t('library.people'), String(library.people)],
    [t('library.guidancePoint'), t(library.guidancePoint ? 'library.yes' : 'library.no')],
  ];
  return (
    <>
      <Facts rows={rows} />
      {library.servedByOther && <Message lead={t('library.other-service')} />}
    </>
  );
}
