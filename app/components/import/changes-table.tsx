import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import type { Difference } from "~db/schema";
import { columnWords } from "./column-words";
import { KIND_WORDS, type ImportKind } from "./import-words";

export interface ChangeShown {
  row: number;
  key: string;
  held: string | null;
  differences: Difference[];
}

interface ChangesTableProps {
  kind: ImportKind;
  shown: "new" | "changed" | "gone" | "drift";
  changes: ChangeShown[];
}

const CAPTIONS = {
  new: "New: not held so far",
  changed: "Changed: held, and what the file says",
  gone: "Gone: held, and no longer in the file",
  drift: "Drift: Hublist keeps its value",
};

/** Rows of one kind of change; for changed ones each column before and after. */
export function ChangesTable({ kind, shown, changes }: ChangesTableProps) {
  const detailed = shown === "changed" || shown === "drift";
  return (
    <DataTable caption={CAPTIONS[shown]}>
      <thead>
        <tr>
          <th scope="col">{nameOfKey(kind)}</th>
          {shown === "gone" ? null : (
            <th scope="col" className="app-number">
              Row of the file
            </th>
          )}
          {detailed ? (
            <>
              <th scope="col">Column</th>
              <th scope="col">Held by Hublist</th>
              <th scope="col">In the file</th>
              <th scope="col">What happens</th>
            </>
          ) : (
            <th scope="col">What happens</th>
          )}
        </tr>
      </thead>
      {changes.map((change) => (
        <tbody key={change.key + change.row}>
          {detailed ? (
            <DifferenceRows change={change} kind={kind} />
          ) : (
            <tr>
              <Key change={change} kind={kind} span={1} />
              {shown === "gone" ? null : <td className="app-number">{change.row}</td>}
              <td>
                {shown === "gone" ? "Leaves the list with today’s date; nothing is deleted" : "Is added"}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </DataTable>
  );
}

interface ChangeProps {
  change: ChangeShown;
  kind: ImportKind;
}

function DifferenceRows({ change, kind }: ChangeProps) {
  const { differences, row } = change;
  return differences.map(({ column, held, file, kept }, index) => (
    <tr key={column}>
      {index === 0 ? (
        <>
          <Key change={change} kind={kind} span={differences.length} />
          <td className="app-number" rowSpan={differences.length}>
            {row}
          </td>
        </>
      ) : null}
      <td className={index === 0 ? undefined : "app-after-number"}>{columnWords(column)}</td>
      <td className="app-break">{held || "(empty)"}</td>
      <td className="app-break">{file || "(empty)"}</td>
      <td className="app-nowrap">{kept ? "Hublist keeps its value" : "The file’s value is taken"}</td>
    </tr>
  ));
}

function Key({ change: { key, held }, kind, span }: ChangeProps & { span: number }) {
  const linked = kind === "waiting-list" && held !== null;
  return (
    <th scope={span > 1 ? "rowgroup" : "row"} rowSpan={span}>
      {linked ? <Link to={`/waiting-list/${held}`}>{key}</Link> : key}
    </th>
  );
}

function nameOfKey(kind: ImportKind): string {
  if (kind === "waiting-list") return "Pathway identifier";
  const word = KIND_WORDS[kind].one;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
