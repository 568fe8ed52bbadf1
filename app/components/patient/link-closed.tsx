import { WhomToCall, type WhomToCallView } from "./whom-to-call";

/** Why a link opens nothing. */
export type ClosedLink = "unknown" | "completed" | "expired" | "revoked";

const WORDS: Record<ClosedLink, [heading: string, text: string]> = {
  unknown: [
    "This link does not work",
    "Check that you have the whole link from your message or letter. If it still does not work, call the number on your letter.",
  ],
  completed: ["Your answers have been sent", "You do not need to do anything more with this link."],
  expired: ["This link has run out", "You can still answer. Ask for a new link."],
  revoked: ["This link is closed", "Ask for a new link, or call us."],
};

/** What happened to a link, for the heading and the title of its page. */
export const closedHeading = (why: ClosedLink): string => WORDS[why][0];

interface LinkClosedProps {
  why: ClosedLink;
  /** Where a new link is asked for; null: of no link that we know. */
  newLink: string | null;
  call: WhomToCallView | null;
}

/** A link that opens nothing: why, and the way to a new one, which always goes to the contact on file. */
export function LinkClosed({ why, newLink, call }: LinkClosedProps) {
  const [heading, text] = WORDS[why];
  return (
    <>
      <h1 className="nhsuk-heading-l">{heading}</h1>
      <p>{text}</p>
      {newLink ? <NewLinkForm action={newLink} page={why === "completed"} /> : null}
      {call ? <WhomToCall call={call} /> : null}
    </>
  );
}

/** Asks for a new link with one press. */
export function NewLinkForm({ action, page }: { action: string; page: boolean }) {
  return (
    <form method="post" action={action}>
      <p>
        {page ? "We can send you a link to your own page. It goes" : "We send it"} to the phone number, email
        or address that the hospital has for you.
      </p>
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        {page ? "Send me a link to my page" : "Send me a new link"}
      </button>
    </form>
  );
}
