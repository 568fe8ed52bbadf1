import type { PlanDownloads as Downloads } from "~/views/week-head.server";

/** The planner's files of a plan, byte for byte, and the command that makes it again. */
export function PlanDownloads({ downloads: { run, names, command } }: { downloads: Downloads }) {
  return (
    <section className="app-section app-no-print" aria-labelledby="files">
      <h2 className="nhsuk-heading-m" id="files">
        Files of the last plan
      </h2>
      <p className="app-measure">
        These are the planner&rsquo;s own files, exactly as this plan was made from them. They name patients:
        keep them as safe as the waiting list itself.
      </p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`/runs/${run}/files/${name}`} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="app-measure">Anybody can make the plan again from them, on any machine with Hublist:</p>
      <pre className="app-command" tabIndex={0} aria-label="Command line">
        <code>{command}</code>
      </pre>
    </section>
  );
}
