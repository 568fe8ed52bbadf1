interface ActProps {
  does: string;
  values: Record<string, string>;
  /** What it is about, for those who hear the button alone. */
  about?: string;
  children: string;
}

/** One button that does one thing, as a plain form. */
export function Act({ does, values, about, children }: ActProps) {
  return (
    <form method="post" className="app-inline-form">
      <input type="hidden" name="does" value={does} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
        {children}
        {about ? <span className="nhsuk-u-visually-hidden"> {about}</span> : null}
      </button>
    </form>
  );
}
