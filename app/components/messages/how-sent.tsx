import { Link } from "@remix-run/react";
import type { MessagesPage } from "~/views/messages/messages.server";
import { Notice } from "../notice";
import { CARRIER_WORDS, CHANNEL_WORDS, MESSAGE_SHOWS, SHOW_WORDS } from "./message-words";

/** What carries messages here, and that nothing of a demo goes anywhere. */
export function HowSent({ page: { demo, carriers } }: { page: MessagesPage }) {
  if (demo)
    return (
      <p className="app-measure">
        <strong>This is a demo: no message leaves this machine.</strong> Each one is written as a file into
        the folder outbox of the data folder.
      </p>
    );
  return (
    <p className="app-measure">
      {(["text", "email", "letter"] as const).map((channel, at) => (
        <span key={channel}>
          {at > 0 ? "; " : ""}
          {CHANNEL_WORDS[channel]}: {CARRIER_WORDS[carriers[channel]]}
        </span>
      ))}
      .
    </p>
  );
}

/** That no patient can open the links of messages, and what mends it; nothing where they can. */
export function UnreachableLinks({ page: { unreachable } }: { page: Pick<MessagesPage, "unreachable"> }) {
  if (unreachable === null) return null;
  return (
    <Notice>
      Patients cannot open the links in messages: they lead to {unreachable}. Do not post any. Whoever runs
      Hublist sets HUBLIST_PUBLIC_URL to the address under which patients reach it and starts Hublist again;
      then send again what lies in the outbox.
    </Notice>
  );
}

/** The ways to the other places of the work, each with its number. */
export function MessageTabs({ page: { show, counts } }: { page: MessagesPage }) {
  return (
    <nav aria-label="Messages by what came of them">
      <ul className="app-views">
        {MESSAGE_SHOWS.map((one) => (
          <li key={one}>
            <Link to={`/messages?show=${one}`} aria-current={one === show ? "page" : undefined}>
              {SHOW_WORDS[one]} ({counts[one].toLocaleString("en-GB")})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
