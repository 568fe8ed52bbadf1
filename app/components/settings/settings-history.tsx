import type { SettingsPage } from "~/views/settings.server";

/** Who changed what and why, latest first. */
export function SettingsHistory({ page: { history } }: { page: SettingsPage }) {
  if (history.length === 0) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">History</h2>
      {history.map(({ number, words, reason, changes }) => (
        <div key={number}>
          <h3 className="nhsuk-heading-xs">Version {number}</h3>
          <p>
            {words}: {reason}
          </p>
          {changes.length > 0 ? (
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : (
            <p>Nothing is different.</p>
          )}
        </div>
      ))}
    </section>
  );
}
