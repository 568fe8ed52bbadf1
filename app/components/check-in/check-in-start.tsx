import type { CheckInStart } from "~/views/check-in/check-in-start.server";

/** The first page of a check-in: what it is for, and that nobody loses a place by it. */
export function CheckInStartView({ title, name, notWatched, next, minutes, begun }: CheckInStart) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{title}</h1>
      {name ? <p className="nhsuk-lede-text">Hello {name}.</p> : null}
      <p>
        You are on the waiting list for an operation. We ask everyone who waits how they are, about every 3
        months.
      </p>
      <p>
        It takes about {minutes} minutes. You can stop at any time. What you have answered is saved. You keep
        your place, whatever you answer.
      </p>
      <div className="nhsuk-inset-text">
        <span className="nhsuk-u-visually-hidden">Information: </span>
        <p>{notWatched}</p>
      </div>
      <a className="nhsuk-button" href={next} role="button" draggable="false">
        {begun ? "Continue" : "Start now"}
      </a>
    </>
  );
}
