import { randomUUID } from "node:crypto";
import type { Actor } from "~db/actor";
import type { Store } from "~db/store";
import type { Carriers } from "./carriers.server";

export const SENDING: Actor = { kind: "command", name: "send-messages" };

/** One process that sends messages. */
export interface SendingProcess {
  store: Store;
  carriers: Carriers;
  /** Address of the service for links, such as `https://lists.example.nhs.uk`. */
  origin: string;
  /** Whoever comes onto the list is asked by itself; in a demo only by an import in its pages: its people are made. */
  invites: boolean;
  /** Tells this process from others that send at the same time. */
  id: string;
  /** Until when a carrier takes nothing from us, as far as this process knows; UTC instants. */
  resting: Map<string, string>;
  /** It is to end after the message under way. */
  stopping: boolean;
}

/** A process that may begin to send. */
export const sendingProcess = (
  store: Store,
  carriers: Carriers,
  origin: string,
  invites = true,
): SendingProcess => ({
  ...{ store, carriers, origin, invites, id: randomUUID() },
  ...{ resting: new Map(), stopping: false },
});
