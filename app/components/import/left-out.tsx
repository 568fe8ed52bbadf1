import { Details } from "nhsuk-react-components";
import { KIND_WORDS, type ImportKind } from "./import-words";

interface LeftOutProps {
  kind: ImportKind;
  columns: string[];
  confirmed: boolean;
}

/** Which columns the file lacks, and what that means for what is held. */
export function LeftOut({ kind, columns, confirmed }: LeftOutProps) {
  if (columns.length === 0) return null;
  const { many } = KIND_WORDS[kind];
  const one = columns.length === 1;
  const stays = confirmed ? "stayed as it was" : "stays as it is";
  return (
    <Details>
      <Details.Summary>
        {one ? "A column is" : `${columns.length} columns are`} not in the file: what Hublist holds in{" "}
        {one ? "it" : "them"} {stays}
      </Details.Summary>
      <Details.Text>
        <p>
          New {many} are taken without {one ? "it" : "them"}. If the file should have{" "}
          {one ? "this column" : "these columns"}, ask whoever makes it.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet app-break">
          {columns.map((column) => (
            <li key={column}>{column}</li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  );
}
