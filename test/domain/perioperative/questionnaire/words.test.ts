import { describe, expect, it } from "vitest";
import { pagesOf, questionsOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { readQuestionnaire } from "~/domain/perioperative/questionnaire/read-questionnaire";
import { currentForm, QUESTIONNAIRE, QUESTIONNAIRE_RESOURCES } from "~/facts/questionnaire";

const FORMS = [QUESTIONNAIRE, currentForm("checkIn")];
const said = FORMS.flatMap(questionsOf)
  .filter(({ id }) => !id.startsWith("ctx_"))
  .flatMap(({ text, hint, why, error, options }) => [
    ...[text, hint, why, error],
    ...options.flatMap(({ label, urgent }) => [label, urgent?.title, urgent?.body]),
  ])
  .concat(
    FORMS.flatMap(pagesOf).map(({ title }) => title),
    FORMS.flatMap(({ title, notWatched }) => [title, notWatched]),
  )
  .filter((text): text is string => Boolean(text));

describe("the words that patients read", () => {
  it("never say please, and write numbers as numerals", () => {
    expect(said.filter((text) => /\b(please|kindly)\b/i.test(text))).toEqual([]);
    expect(said.filter((text) => /\b(two|three|four|five|six|seven|eight|nine|ten)\b/i.test(text))).toEqual(
      [],
    );
  });

  it("are sentences of at most 20 words", () => {
    const sentences = said.flatMap((text) => text.split(/[.?!](?=\s|$)/));
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 20)).toEqual([]);
  });

  it("say why where a question is sensitive to more than the patient", () => {
    const why = questionsOf(QUESTIONNAIRE).filter(({ why: reason }) => reason);
    expect(why.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["pregnant", "sex_birth", "drugs", "ld_autism"]),
    );
  });

  it("offer “I do not know” for each measure, and 999 and 111 where it is urgent", () => {
    for (const question of questionsOf(QUESTIONNAIRE).filter(
      ({ entry }) => entry === "height" || entry === "weight",
    ))
      expect(question.mayNotKnow).not.toBeNull();
    const urgent = FORMS.flatMap(questionsOf).flatMap(({ options }) =>
      options.flatMap((o) => o.urgent ?? []),
    );
    expect(urgent).toHaveLength(5);
    for (const { body } of urgent) expect(body).toMatch(/999[^]*111|111[^]*999/);
  });
});

describe("a questionnaire that cannot be asked", () => {
  const broken = (from: string, to: string) => {
    const text = JSON.stringify(QUESTIONNAIRE_RESOURCES[0]);
    expect(text).toContain(from);
    return readQuestionnaire(JSON.parse(text.replace(from, to)) as never);
  };

  it.each([
    ['"question":"smoke"', '"question":"smokes"', "smoke_help: no earlier question smokes"],
    ['"linkId":"smoke_help"', '"linkId":"smoke"', "smoke: the linkId is used twice"],
    ['"operator":"="', '"operator":">"', 'the condition ">" is not read'],
    ['"type":"decimal"', '"type":"quantity"', "the type quantity is not asked"],
    [
      '"url":"question","valueCode":"stroke"',
      '"url":"question","valueCode":"strokes"',
      "there is no strokes",
    ],
  ])("is refused with its place: %s", (from, to, fault) => {
    const read = broken(from, to);
    expect("faults" in read && read.faults.join("; ")).toContain(fault);
  });
});
