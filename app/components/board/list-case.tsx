import { WaitText } from "~/components/wait-text";
import type { BoardCase } from "~/views/week-case";
import { CaseMarks } from "./case-marks";

/** One case on a list: when, who, what, and why here. */
export function ListCase({ item }: { item: BoardCase }) {
  const { order, start, minutes, procedure, link, patient, age, hospitalNumber } = item;
  return (
    <li className="app-case" value={order}>
      <p className="app-case__time">
        <span>
          <strong>{start}</strong> <span className="app-quiet">{minutes} min</span>
        </span>
        <CaseMarks item={item} />
      </p>
      <p className="app-case__procedure">{procedure}</p>
      <p>
        {link ? <a href={link}>{patient}</a> : patient}
        {age === null ? null : `, ${age}`} <span className="app-quiet">{hospitalNumber}</span>
      </p>
      <Facts item={item} />
      <Why item={item} />
    </li>
  );
}

function Facts({ item: { weeks, stay, anaesthetic } }: { item: BoardCase }) {
  return (
    <p className="app-case__facts">
      {weeks === null ? null : <WaitText weeks={weeks} />}
      {[stay, anaesthetic].filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

function Why({ item: { because, overridden, change } }: { item: BoardCase }) {
  if (!because && overridden.length === 0 && change?.kind !== "moved") return null;
  return (
    <details className="app-case__why">
      <summary>Why here</summary>
      {because ? <p>{because}</p> : null}
      {overridden.length > 0 ? <p>Rules set aside by a person: {overridden.join(", ")}.</p> : null}
      {change?.kind === "moved" ? <p>Moved from {change.from}.</p> : null}
    </details>
  );
}
