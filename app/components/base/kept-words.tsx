/** Words that were not saved, shown so that nobody has to write them again. */
export function KeptWords({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <div className="form-group">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="form-input"
        id={id}
        rows={Math.min(16, Math.ceil(2 + text.length / 60))}
        readOnly
        defaultValue={text}
      />
    </div>
  );
}
