import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LetterPages } from "~/components/lists/letter-pages";
import { letterPlan } from "~/domain/tci-letter";
import { letterWords } from "~/facts/tci-letter";

/** Syllables of an English word, as a machine counts them: groups of vowels, without a silent e. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?:[^l]e|ed|es)$/, "")
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Reading age in years: the grade by Flesch and Kincaid (1975), at which American pupils are five years older. */
function readingAge(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}’']+/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5;
}

/** The sentences of a letter's paragraphs and points. */
function sentencesOf(html: string): string[] {
  const blocks = [...html.matchAll(/<(?:p|li)[^>]*>(.*?)<\/(?:p|li)>/g)].map(([, block]) => block!);
  return blocks
    .flatMap((block) =>
      block
        .replace(/<\/(?:strong|span)>/g, ". ")
        .replace(/<[^>]+>/g, "")
        .split(/(?<=[.?!:])\s+/),
    )
    .filter((sentence) => /[a-z]{2}/i.test(sentence));
}

type Facts = Pick<Parameters<typeof letterPlan>[0], "anaesthetic" | "nights" | "writtenOn">;
function letter({ interpreter = "", ...facts }: Facts & { interpreter?: string }): string {
  const plan = letterPlan({ ...facts, date: "2026-12-15", admission: "07:30", noticeDays: 21 });
  const page = {
    ...{ entry: "e", name: "Ann Barrow", address: [], reference: "L1", writtenOn: facts.writtenOn },
    ...{ date: "2026-12-15", admission: "07:30", site: "Main", procedure: "right knee", interpreter },
    contact: { phone: "020 7946 0123", hours: "Monday to Friday, 9am to 5pm", place: "Day surgery unit" },
    ...{ notice: plan.notice, choice: letterWords("choice"), advice: plan.parts.flatMap(letterWords) },
  };
  return renderToStaticMarkup(<LetterPages letters={[page]} large={false} />);
}

it("is measured by a formula that tells plain words from others", () => {
  expect(readingAge(["The cat sat on the mat.", "It was a fat cat."])).toBeLessThan(6);
  const hard = "Preoperative optimisation necessitates multidisciplinary consideration of anticoagulation.";
  expect(readingAge([hard])).toBeGreaterThan(18);
});

it.each<[string, Parameters<typeof letter>[0]]>([
  ["a general anaesthetic as a day case", { anaesthetic: "GA", nights: 0, writtenOn: "2026-11-20" }],
  ["a night in hospital", { anaesthetic: "RA", nights: 1, writtenOn: "2026-11-20" }],
  ["a local anaesthetic", { anaesthetic: "LA", nights: 0, writtenOn: "2026-11-20" }],
  [
    "short notice, with an interpreter",
    { anaesthetic: "GA", nights: 0, writtenOn: "2026-12-10", interpreter: "Polish" },
  ],
])("of a letter about %s is under 11 years", (_what, facts) => {
  const sentences = sentencesOf(letter(facts));
  expect(sentences.length).toBeGreaterThan(12);
  expect(readingAge(sentences)).toBeLessThan(11);
  for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
});
