import { Tag } from "nhsuk-react-components";
import type { ComponentProps } from "react";
import type { ImportState } from "~db/schema";

const WORDS: Record<ImportState, [text: string, colour: ComponentProps<typeof Tag>["modifier"]]> = {
  reading: ["Being read", "blue"],
  refused: ["Not readable", "red"],
  interrupted: ["Broken off", "red"],
  uploaded: ["To confirm", "yellow"],
  applying: ["Being written", "blue"],
  confirmed: ["Confirmed", "green"],
  left: ["Left", "grey"],
  superseded: ["Out of date", "grey"],
};

/** What became of an upload, in words; the colour only helps the eye. */
export function StateTag({ state }: { state: ImportState }) {
  const [text, colour] = WORDS[state];
  return <Tag modifier={colour}>{text}</Tag>;
}
