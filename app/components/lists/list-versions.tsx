import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import type { ListPage, VersionLine } from "~/views/list-page.server";

/** What differs from the published version, the versions, and who has seen them. */
export function ListVersions({ page }: { page: ListPage }) {
  const [latest, ...earlier] = page.versions;
  if (!latest) return null;
  return (
    <section className="app-section" aria-labelledby="versions">
      <h2 className="nhsuk-heading-s" id="versions">
        Versions
      </h2>
      <Differs page={page} />
      <Version version={latest} session={page.session} print={page.may.print} />
      <Confirm page={page} number={latest.number} />
      {earlier.length > 0 ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Earlier versions</span>
          </summary>
          <div className="nhsuk-details__text">
            {earlier.map((version) => (
              <Version key={version.number} version={version} session={page.session} print={page.may.print} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Differs({ page: { differs } }: { page: ListPage }) {
  if (!differs || differs.changes.length === 0) return null;
  return (
    <div className="app-list-differs">
      <p>
        <strong>Changed since version {differs.version}.</strong> Who holds that version does not know:
      </p>
      <ul>
        {differs.changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

interface VersionProps {
  version: VersionLine;
  session: string;
  print: boolean;
}

function Version({ version: { number, words, reason, changes, seen }, session, print }: VersionProps) {
  return (
    <div className="app-list-version">
      <h3 className="nhsuk-heading-xs">
        Version {number}
        {print ? (
          <>
            {" "}
            <Link to={`/sessions/${session}/list/print?version=${number}`} reloadDocument>
              Print<span className="nhsuk-u-visually-hidden"> version {number}</span>
            </Link>
          </>
        ) : null}
      </h3>
      <p>
        Published by {words}
        {reason ? `: ${reason}` : ""}.
      </p>
      {changes.length > 0 ? (
        <ul>
          {changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <ul className="app-states">
        {seen.map(({ reader, label, words: by }) => (
          <li key={reader} className={by ? "app-state app-state--done" : "app-state"}>
            <strong className="app-state__label">
              <span aria-hidden="true">{by ? "✓ " : "○ "}</span>
              {label}
            </strong>
            <span className="app-state__words">{by ? `Seen: ${by}` : "Not confirmed yet"}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Confirm({ page: { confirmAs, versions }, number }: { page: ListPage; number: number }) {
  const seen = versions.find((version) => version.number === number)!.seen;
  const open = confirmAs.filter((reader) => seen.find((one) => one.reader === reader)!.words === null);
  if (open.length === 0) return null;
  return (
    <Form method="post" className="app-buttons app-no-print">
      <input type="hidden" name="intent" value="seen" />
      <input type="hidden" name="number" value={number} />
      {open.map((reader) => (
        <Button key={reader} type="submit" name="reader" value={reader} secondary preventDoubleClick>
          I have seen version {number}, as {reader}
        </Button>
      ))}
    </Form>
  );
}
