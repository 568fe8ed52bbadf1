import { Link } from "@remix-run/react";
import type { PlacingRefusal } from "~/views/placing-refusal";

/** Why a patient was not placed, and what to do. */
export function PlacingRefused({ refusal }: { refusal: PlacingRefusal }) {
  const { heading, lines, advice, link } = refusal;
  return (
    <div className="app-change__told" role="alert">
      <h2 className="nhsuk-heading-s">{heading}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {advice} {link ? <Link to={link}>Decide by hand</Link> : null}
      </p>
    </div>
  );
}
