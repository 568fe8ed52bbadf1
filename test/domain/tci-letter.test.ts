import { describe, expect, it } from "vitest";
import { letterAdvice, type LetterPlan } from "~/domain/tci-letter";
import { letterWords } from "~/facts/tci-letter";

const PARTS: LetterPlan["parts"] = ["fasting", "medicines", "illness"];
const approved = (topic: string, text: string) => new Map([[topic, { text }]]);

describe("the advice in a letter", () => {
  it("is the text on fasting that the site approved, a paragraph a line, and the table's words for the rest", () => {
    const texts = approved("fasting", "Eat nothing after midnight.\n\nSip water until 6 am.\n");
    expect(letterAdvice(PARTS, texts, letterWords)).toEqual([
      ...["Eat nothing after midnight.", "Sip water until 6 am."],
      ...letterWords("medicines"),
      ...letterWords("illness"),
    ]);
  });

  it("is the table's where the site approved none, or one for the other anaesthetic", () => {
    const words = PARTS.flatMap(letterWords);
    expect(letterAdvice(PARTS, new Map(), letterWords)).toEqual(words);
    expect(letterAdvice(PARTS, approved("eating_local", "Eat."), letterWords)).toEqual(words);
    expect(letterAdvice(["noFasting"], approved("eating_local", "Eat."), letterWords)).toEqual(["Eat."]);
  });

  it("tells nobody to take a medicine or to leave it", () => {
    expect(letterWords("medicines").join(" ")).not.toMatch(/\b(take your|keep taking|stop|do not take)\b/i);
  });
});
