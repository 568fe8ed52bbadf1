/** One comparison of a condition: the answer to an earlier question is this code, or is not. */
export interface WhenTest {
  question: string;
  operator: "=" | "!=";
  code: string;
}

/** When a page or a question applies: one test holds, or all of them. */
export interface When {
  all: boolean;
  tests: readonly WhenTest[];
}

/** Words shown at once when an option is chosen; `interrupt` is a page of its own before the next question. */
export interface Urgent {
  title: string;
  body: string;
  action: "interrupt" | "advise";
}

/** One choice. On a check-box page over several questions (`screen`) it also says what it answers or opens. */
export interface Option {
  code: string;
  label: string;
  /** Cannot be chosen together with others. */
  exclusive: boolean;
  /** Only staff who enter answers for a patient are offered it. */
  staffOnly: boolean;
  urgent: Urgent | null;
  /** Of a screen: `none` answers all its questions no, `only` stands alone, `unsure` asks each one by itself. */
  role: "none" | "only" | "unsure" | null;
  /** The questions that this choice answers, and with which code. */
  sets: readonly { question: string; code: string }[];
  /** The question that is asked on a page of its own because of this choice. */
  opens: string | null;
  /** Of a context group: the whole years or days from which it counts. */
  from: number | null;
}

/** Bounds of a number, both included. */
export interface Bounds {
  from: number;
  to: number;
}

export type QuestionType = "choice" | "number" | "text" | "longText" | "date" | "declaration";

/** Who answers a question that nobody is asked: the record, the identity form or the page that sends the answers. */
export type FilledBy = "record" | "identity" | "declaration";

export interface Question {
  /** The linkId of FHIR. */
  id: string;
  page: string;
  type: QuestionType;
  text: string;
  /** 1: asked of everybody at listing; 2: when the team asks for more. */
  part: number;
  when: When | null;
  required: boolean;
  /** Several options may be chosen. */
  several: boolean;
  options: readonly Option[];
  hint: string | null;
  /** Why it is asked, shown with sensitive questions. */
  why: string | null;
  /** What to say when it is left out or cannot be read. */
  error: string | null;
  /** An answer that is missing or "I do not know" sends the patient to a person. */
  critical: boolean;
  /** Hidden from what a helper reads back. */
  sensitive: boolean;
  /** Free text that a nurse has to read before any outcome. */
  readByNurse: boolean;
  filledBy: FilledBy | null;
  /** A check-box page that answers several questions at once. */
  screen: boolean;
  entry: "height" | "weight" | "tel" | null;
  /** The label of "I do not know" beside a number; null: not offered. */
  mayNotKnow: string | null;
  unit: string | null;
  bounds: Bounds | null;
  /** Outside of it the patient is asked once whether the number is right. */
  likely: Bounds | null;
  /** The number has to be more than the answer to this question. */
  moreThan: string | null;
  maxLength: number | null;
}

export interface Page {
  /** As in addresses: the linkId without `page.`. */
  id: string;
  section: string;
  title: string;
  when: When | null;
  questions: readonly Question[];
  /** Height and weight of this page together give a body mass index outside of it: ask once more. */
  likelyBmi: Bounds | null;
}

export interface Section {
  id: string;
  title: string;
  pages: readonly Page[];
}

/** One version of the questions, as the rules of the questionnaire read it. */
export interface Questionnaire {
  url: string;
  version: string;
  title: string;
  /** That nobody reads the answers at once. */
  notWatched: string;
  sections: readonly Section[];
  /** The groups of what is known beforehand, and what only the record fills. */
  context: readonly Question[];
}

/** The code of "I do not know". */
export const DO_NOT_KNOW = "dk";

/** Every question of every page, in order, what the record fills first. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  const asked = questionnaire.sections.flatMap((section) => section.pages.flatMap((page) => page.questions));
  return [...questionnaire.context, ...asked];
}

/** The question of that id; undefined in a version that does not have it. */
export const questionOf = (questionnaire: Questionnaire, id: string): Question | undefined =>
  questionsOf(questionnaire).find((question) => question.id === id);

/** All pages in order. */
export const pagesOf = (questionnaire: Questionnaire): readonly Page[] =>
  questionnaire.sections.flatMap((section) => section.pages);
