/** The words of a kind of message: sentences of a text, the subject and paragraphs of an e-mail, paragraphs of a letter. */
export interface MessageWords {
  text: readonly string[];
  subject: string;
  email: readonly string[];
  letter: readonly string[];
}

/** What is filled in; an empty value is not known, and the sentence that needs it is left out. */
export interface MessageValues {
  /** Who sends it, as the patient knows them. */
  hospital: string;
  /** Whole address; empty: this message has none. */
  link: string;
  phone: string;
  hours: string;
}

/** A message as it goes out. A text is one paragraph. */
export interface FilledMessage {
  subject: string;
  paragraphs: string[];
}

/** Fills the words of a channel. Hours that are not known are left out of their sentence, not the sentence with them. */
export function fillMessage(
  words: MessageWords,
  channel: "text" | "email" | "letter",
  values: MessageValues,
): FilledMessage {
  const sentences = words[channel].flatMap((sentence) => filled(sentence, values) ?? []);
  const paragraphs = channel === "text" ? [sentences.join(" ")] : sentences;
  return { subject: words.subject, paragraphs };
}

function filled(sentence: string, values: MessageValues): string | null {
  const known = values.hours === "" ? sentence.replace(", {hours}", "") : sentence;
  const missing = Object.entries(values).some(([name, value]) => value === "" && known.includes(`{${name}}`));
  if (missing) return null;
  return known.replace(/\{(\w+)\}/g, (whole, name: string) => values[name as keyof MessageValues] ?? whole);
}
