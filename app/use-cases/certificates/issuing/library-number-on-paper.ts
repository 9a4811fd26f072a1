/** The number in the text of `libraryOnPaper`: "Herning Bibliotek, 765700" as "765700". */
export const libraryNumberOnPaper = (library: string): string => library.slice(library.lastIndexOf(',') + 1).trim();
