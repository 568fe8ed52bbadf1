import type { TextAct } from "./step";

/** What happened to a text, as it is kept. */
export interface TextEvent {
  site: string;
  topic: string;
  number: number;
  act: TextAct;
  text: string;
  by: string;
  at: string;
}

/** A text that counts, and who approved it. */
export interface ApprovedText {
  site: string;
  topic: string;
  number: number;
  text: string;
  by: string;
  at: string;
  /** Who approved it had also written it: nobody else has looked. */
  alone: boolean;
}

/** The approved text of each topic at a place by its own events, first to last; a withdrawn one counts no more. */
export function approvedAt(events: readonly TextEvent[], site: string): Map<string, ApprovedText> {
  const approved = new Map<string, ApprovedText>();
  const writer = new Map<string, string>();
  for (const { act, ...event } of events) {
    if (event.site !== site) continue;
    if (act === "entered") writer.set(event.topic, event.by);
    if (act === "approved")
      approved.set(event.topic, { ...event, alone: writer.get(event.topic) === event.by });
    if (act === "withdrawn") approved.delete(event.topic);
  }
  return approved;
}

/**
 * Whether somebody may approve a draft: not what they wrote themselves, but where the site has set that one person is
 * enough. `people`: how many look at a text, its writer counted. Hublist's rule, against hazard H18.
 */
export const mayApproveDraft = (draft: Pick<TextEvent, "by">, approver: string, people: number): boolean =>
  people < 2 || draft.by !== approver;

/** The texts that count at a site: its own, else those of its organisation (site empty). */
export function textsAt(events: readonly TextEvent[], site: string): Map<string, ApprovedText> {
  return new Map([...approvedAt(events, ""), ...approvedAt(events, site)]);
}

/** What was written last of a topic at a place and nobody has approved or withdrawn since. */
export function draftOf(events: readonly TextEvent[], site: string, topic: string): TextEvent | null {
  const last = events.filter((event) => event.site === site && event.topic === topic).at(-1);
  return last?.act === "entered" ? last : null;
}
