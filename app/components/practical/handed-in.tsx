type Props = { submission: { id: string; text: string; files: readonly { sha256: string; name: string }[] } };

/** A hand-in as it was sent: the words and the files. */
export function HandedIn({ submission: { id, text, files } }: Props) {
  return (
    <>
      <div className="panel handed-in space-5" lang="da">
        {text.split(/\n+/).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text.
          <p key={at}>{line}</p>
        ))}
      </div>
      {files.length > 0 && (
        <ul className="plain-list">
          {files.map(({ sha256, name }) => (
            <li key={sha256}>
              <a href={`/submissions/${id}/files/${sha256}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
