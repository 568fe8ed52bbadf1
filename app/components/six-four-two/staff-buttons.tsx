import { Form } from "@remix-run/react";
import { PART_WORDS } from "~/components/schedule/session-life-words";
import { STAFF_PARTS, type StaffAnswer, type StaffPart } from "~/domain/session-event";

interface StaffButtonsProps {
  session: { id: string; sessionId: string; base: number; staffing: Record<StaffPart, StaffAnswer> };
  /** Where the answer leads back to. */
  back: string;
}

/**
 * One click for each part of the staff: there or not there; the pressed one again: not known. A plain form, with the
 * number of the last event, so that nobody overwrites another.
 */
export function StaffButtons({ session, back }: StaffButtonsProps) {
  const { id, sessionId, base, staffing } = session;
  return (
    <Form method="post" action={`/sessions/${id}`} className="app-staff" preventScrollReset>
      <input type="hidden" name="step" value="staff" />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="back" value={back} />
      {STAFF_PARTS.map((part) => (
        <span key={part} className="app-staff__part">
          <span className="app-staff__name">{PART_WORDS[part]}</span>
          {(["yes", "no"] as const).map((answer) => (
            <button
              key={answer}
              type="submit"
              name="staff"
              value={`${part}:${staffing[part] === answer ? "unknown" : answer}`}
              aria-pressed={staffing[part] === answer}
              className={`app-staff__button app-staff__button--${answer}`}
            >
              {answer === "yes" ? "Yes" : "No"}
              <span className="nhsuk-u-visually-hidden">
                , {PART_WORDS[part].toLowerCase()} of session {sessionId}
              </span>
            </button>
          ))}
        </span>
      ))}
    </Form>
  );
}
