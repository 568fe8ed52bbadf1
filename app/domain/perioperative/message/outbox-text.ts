/** A message as a file of the outbox shows it. */
export interface OutboxMessage {
  /** A number, an e-mail address, or the lines of a letter's address. */
  to: readonly string[];
  subject: string;
  paragraphs: readonly string[];
}

const ONE_LINE = /\s+/g;
const line = (text: string) => text.replace(ONE_LINE, " ").trim();

/** The lines of an address as a file holds them. */
export const addressLines = (to: readonly string[]): string[] => to.map(line).filter(Boolean);

/** The text of a file: whom it is to, what about, and its paragraphs, each one line. */
export function outboxText({ to, subject, paragraphs }: OutboxMessage): string {
  const [first = "", ...rest] = addressLines(to);
  const head = [`To: ${first}`, ...rest.map((part) => `    ${part}`), `Subject: ${line(subject)}`];
  return [head.join("\n"), ...paragraphs.map(line)].join("\n\n") + "\n";
}

/** Reads what `outboxText` wrote; null: it is something else. */
export function readOutboxText(text: string): OutboxMessage | null {
  const [head = "", ...paragraphs] = text.replace(/\n$/, "").split("\n\n");
  const lines = head.split("\n");
  const subject = /^Subject: ?(.*)$/.exec(lines.at(-1) ?? "");
  const to = /^To: ?(.*)$/.exec(lines[0] ?? "");
  if (!subject || !to) return null;
  return {
    to: [to[1]!, ...lines.slice(1, -1).map((part) => part.slice(4))].filter(Boolean),
    subject: subject[1]!,
    paragraphs,
  };
}
