import { Link } from "@remix-run/react";
import type { PersonNamed } from "~/views/why";

/** Patients with links to their own why, in a sentence. */
export function PersonLinks({ people, nobody }: { people: readonly PersonNamed[]; nobody: string }) {
  if (people.length === 0) return <>{nobody}</>;
  return (
    <>
      {people.map(({ entry, patient, why }, at) => (
        <span key={entry}>
          {at === 0 ? "" : at === people.length - 1 ? " and " : ", "}
          <Link to={why}>{patient}</Link>
        </span>
      ))}
    </>
  );
}
