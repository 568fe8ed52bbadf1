import { Link } from "@remix-run/react";
import { InsetText } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { ImportCounts, ImportState } from "~db/schema";
import { changesNothing } from "./decision";

interface StateWordsProps {
  id: string;
  state: ImportState;
  counts: ImportCounts;
  closed: { by: string; at: string } | null;
  since: { by: string; at: string } | null;
  mayImport: boolean;
}

/** Where an upload stands, in a sentence, and what can be done now. */
export function StateWords({ id, state, counts, closed, since, mayImport }: StateWordsProps) {
  const again = mayImport ? <Link to={`/imports/new?like=${id}`}>Upload the file again</Link> : null;
  const who = closed ? `${closed.by} on ${closed.at}` : "";
  if (state === "confirmed") return <Words>Confirmed by {who}. What is shown below was done.</Words>;
  if (state === "left") return <Words>Left by {who}. Nothing was changed.</Words>;
  if (state === "refused")
    return (
      <Words>
        The file could not be read, and nothing was changed. What is wrong is listed below. {again}
      </Words>
    );
  if (state === "interrupted")
    return (
      <Words>
        The reading broke off before its end: Hublist was stopped or had a fault. Nothing was changed. {again}
        . If it breaks off again, tell your administrator.
      </Words>
    );
  if (since !== null || state === "superseded")
    return (
      <Words>
        {since
          ? `${since.by} changed this list by another import on ${since.at}, `
          : "This list was changed "}
        after your file was compared with it, so what is shown below no longer holds. Nothing of this upload
        was applied. {again} {again ? "to compare it with the list as it is now." : ""}
      </Words>
    );
  if (changesNothing(counts))
    return (
      <Words>
        Nothing would change: {counts.faults > 0 ? "apart from faulty rows, " : ""}the file says what Hublist
        holds.
      </Words>
    );
  return mayImport ? null : <Words>Waits for somebody who may import for these sites.</Words>;
}

function Words({ children }: { children: ReactNode }) {
  return (
    <InsetText>
      <p>{children}</p>
    </InsetText>
  );
}
