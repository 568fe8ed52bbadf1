import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { InstantText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import type { LyingMessages } from "~/views/messages/lying.server";
import { Notice } from "../notice";

/** That messages lie in the outbox too long, since when, and what mends it; nothing where none does. */
export function LyingNotice({ lying, linked = true }: { lying: LyingMessages | null; linked?: boolean }) {
  if (lying === null) return null;
  const what: ReactNode = counted(lying.messages, "message");
  return (
    <Notice>
      {linked ? <Link to="/messages">{what}</Link> : what} {lying.messages === 1 ? "has" : "have"} lain in the
      outbox for too long, the oldest since <InstantText at={new Date(lying.since)} />. Post what lies there
      and record it: before, nobody is reminded.
    </Notice>
  );
}
