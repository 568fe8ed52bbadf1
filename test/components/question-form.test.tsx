import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerList } from "~/components/questionnaire/answer-list";
import { QuestionForm } from "~/components/questionnaire/question-form";
import { TaskList } from "~/components/questionnaire/task-list";
import type { Answers } from "~/domain/perioperative/answers";
import { answerSections } from "~/domain/perioperative/questionnaire/check-answers";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import type { Contradiction } from "~/domain/perioperative/questionnaire/contradictions";
import { pagesOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { readPage } from "~/domain/perioperative/questionnaire/read-page";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { taskList } from "~/domain/perioperative/questionnaire/task-list";
import { questionsOn } from "~/domain/perioperative/questionnaire/walk";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import type { HeldForm } from "~/services/questionnaire/form.server";
import { questionPage } from "~/views/questionnaire/question-page.server";
import { walkAs } from "../domain/perioperative/questionnaire/walk-as";

const RECORD = contextAnswers(
  QUESTIONNAIRE,
  { birthDate: "1950-01-15", listedOn: "2026-01-01", severity: "major", anaesthetic: "GA" },
  "2026-11-30",
);
const ILL: Answers = {
  ...{ who_answering: "proxy", heart_conditions: ["mi"], stroke: "lt3", high_bp: "treated", clots: "gt3" },
  ...{ lung_conditions: ["copd", "asthma"], diabetes: "t2", kidney: "ckd", liver: "mild", meds_any: "yes" },
  ...{ allergy: "yes", smoke: "daily", sex_birth: "pns", interpreter: "spoken", hospital_6m: "yes" },
};

/** A form as it stands with these answers; no store is asked. */
function formOf(given: Answers, parts = 2): HeldForm {
  const settled = settle(QUESTIONNAIRE, given, parts);
  const source = { by: "carer", channel: "online" } as const;
  return { questionnaire: QUESTIONNAIRE, settled, given, source, response: null } as unknown as HeldForm;
}

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
const full = walkAs(ILL, { ...RECORD, who_answering: "proxy" }, 2);
const shown = pagesOf(QUESTIONNAIRE).filter(
  (page) => questionsOn(page, formOf(full.given).settled).length > 0,
);

describe("each page that an ill patient's carer sees", () => {
  it("is most of them", () => {
    expect(shown.length).toBeGreaterThan(45);
  });

  it.each(shown.map(({ id }) => id))(
    "%s: has one heading, ids that are there once, and labels for its fields",
    (id) => {
      const html = renderToStaticMarkup(
        <QuestionForm view={questionPage(formOf(full.given), id, false)!} base="/my" />,
      );
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
      const fields = [...html.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)].map(([, field]) => field!);
      for (const field of fields) expect(html).toContain(`for="${field}"`);
      expect(html).not.toContain("style=");
    },
  );

  it.each(shown.map(({ id }) => id))(
    "%s: sent empty, says what is wrong and leads to a field that is there",
    (id) => {
      const page = pagesOf(QUESTIONNAIRE).find((one) => one.id === id)!;
      const read = readPage(QUESTIONNAIRE, page, full.given, {}, 2);
      if (read.faults.length === 0)
        return expect(page.questions.every(({ required }) => !required)).toBe(true);
      const view = questionPage(formOf(full.given), id, true, { posted: {}, faults: read.faults })!;
      const html = renderToStaticMarkup(<QuestionForm view={view} base="/my" />);
      const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to!);
      expect(links).toHaveLength(read.faults.length);
      for (const to of links) expect(idsOf(html)).toContain(to);
      expect(html).toContain("nhsuk-error-message");
    },
  );
});

it("shows again what was typed, and nothing chosen beforehand", () => {
  const html = (given: Answers, id: string) =>
    renderToStaticMarkup(<QuestionForm view={questionPage(formOf(given), id, false)!} base="/my" />);
  expect(html(RECORD, "lifestyle")).not.toContain("checked");
  expect(html({ ...RECORD, smoke: "daily" }, "lifestyle")).toMatch(
    /value="daily"[^>]*checked|checked[^>]*value="daily"/,
  );
  expect(html({ ...RECORD, height_cm: 175 }, "about")).toContain('value="175"');
  expect(html({ ...RECORD, height_cm: "dk" }, "about")).toMatch(
    /height_cm-dk"[^>]*checked|checked[^>]*height_cm-dk"/,
  );
});

it("reads both answers back where one denies the other", () => {
  const { settled } = formOf({ ...full.given, heart_screen: ["high_bp"], high_bp: "no" }, 1);
  const list = (more: readonly Contradiction[], base: string | null) =>
    renderToStaticMarkup(
      <AnswerList
        sections={answerSections(QUESTIONNAIRE, settled, more)}
        base={base}
        hideSensitive={false}
        reader={base === null ? "staff" : "patient"}
      />,
    );
  const found = [{ question: "high_bp", by: "heart_screen", code: "high_bp" }];
  expect(list(found, "/my")).toContain('<li><a href="/my/questions/high_bp?change=1">Have you been told');
  expect(list(found, "/my")).toContain("On another page you chose “High blood pressure”");
  expect(list(found, null)).toContain("Ask the patient which is right");
  expect(list([], "/my")).not.toContain("do not fit together");
});

it("reads back what was not selected, and keeps sensitive answers from who helps", () => {
  const { settled } = formOf(full.given, 1);
  const list = (hideSensitive: boolean) =>
    renderToStaticMarkup(
      <AnswerList
        sections={answerSections(QUESTIONNAIRE, settled, [])}
        base="/my"
        reader="patient"
        hideSensitive={hideSensitive}
      />,
    );
  expect(list(false)).toContain("Not selected, so no: Angina");
  expect(list(false)).toContain("Monthly or less");
  // Covered, and in the page: who sends the answers opens each one to check it, without script.
  const covered = /<details class="nhsuk-details"><summary[^>]*>.*?<\/details>/g;
  expect(list(true).match(covered)?.join()).toContain("Monthly or less");
  expect(list(true).replace(covered, "")).not.toContain("Monthly or less");
  expect(list(false)).not.toMatch(covered);
});

it("lets the answers be sent once every section is completed", () => {
  const tasks = (given: Answers) => {
    const { settled } = formOf(given, 1);
    return renderToStaticMarkup(<TaskList tasks={taskList(QUESTIONNAIRE, settled)} base="/my" />);
  };
  expect(tasks(RECORD)).toContain("Cannot start yet");
  expect(tasks(full.given)).toContain('href="/my/check"');
  expect(tasks({ ...RECORD, still_want: "yes" })).toContain("In progress");
});
