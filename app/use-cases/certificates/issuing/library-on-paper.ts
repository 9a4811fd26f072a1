/** "Herning Bibliotek, 765700", or a dash for somebody without a library. */
export const libraryOnPaper = (person: { library_name: string | null; library_number: string | null }): string =>
  person.library_number ? `${person.library_name}, ${person.library_number}` : '–';
