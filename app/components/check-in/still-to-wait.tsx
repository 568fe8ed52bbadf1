import type { WaitShown } from "~/views/patient/wait-shown.server";

const weeks = (count: number) => (count === 1 ? "1 week" : `${count} weeks`);

/** The likely remaining wait as a range, with what it rests on; null: too few waited as long to say. */
export function StillToWait({ wait }: { wait: WaitShown | null }) {
  if (wait === null)
    return (
      <>
        <h2 className="nhsuk-heading-m">How long you may still wait</h2>
        <p>
          We cannot say. Too few people have waited as long as you for this kind of operation. Call us to ask
          about your place.
        </p>
      </>
    );
  return (
    <>
      <h2 className="nhsuk-heading-m">How long you may still wait</h2>
      <p>
        You have waited {weeks(wait.waited)} so far. Of the people who had waited as long as you, half waited
        between {wait.from} and {weeks(wait.to)} more.
      </p>
      <p className="nhsuk-hint">
        This rests on {wait.patients.toLocaleString("en-GB")} people treated in September 2025 by {wait.of},
        as published by NHS England. Your own wait may be shorter or longer. It depends on how urgent your
        operation is and on which places are free.
      </p>
    </>
  );
}
