import { DateTime } from "luxon";
import type { ClockTime, DateRange, IsoDate } from "~/domain/calendar";
import { MEASURES, type MeasureName } from "~/domain/policy";
import type { ScenarioChange } from "~/domain/scenario";
import { formText } from "~/http/form-text";

/** What may be chosen in a what-if of a week: the form offers no more and takes no more. */
export interface WhatIfChoices {
  /** First and last day of the week. */
  days: DateRange;
  /** `site|theatre`. */
  theatres: string[];
  surgeons: string[];
  /** `site|resource`. */
  resources: string[];
  /** Identifiers of the sessions. */
  sessions: string[];
  sites: string[];
}

export interface FormProblem {
  field: string;
  message: string;
}

export type WhatIfRead =
  { kind: "read"; name: string; changes: ScenarioChange[] } | { kind: "refused"; problems: FormProblem[] };

export const LONGEST_NAME = 80;
const LARGEST_WEIGHT = 100_000;
const LARGEST_CHANGE = 200;

/** Reads the form of a what-if; a part without its first field is no change. `also`: changes of the one it starts from. */
export function readWhatIf(
  form: FormData,
  choices: WhatIfChoices,
  also: readonly ScenarioChange[] = [],
): WhatIfRead {
  const reader = new Reader(form, choices);
  const name = reader.name();
  const own = PARTS.flatMap((part) => part(reader) ?? []);
  const { problems } = reader;
  const changes = [...also, ...own];
  if (changes.length === 0 && problems.every(({ field }) => field === "name"))
    problems.push({ field: "theatre", message: "Say what is otherwise: fill in at least one part" });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", name, changes };
}

type Part = (reader: Reader) => ScenarioChange | null;

const PARTS: Part[] = [
  (reader) => {
    const theatre = reader.oneOf("theatre", reader.choices.theatres, "a theatre of the week");
    if (theatre === null) return null;
    const [site, name] = parted(theatre);
    return { kind: "loseTheatre", site, theatre: name, ...reader.days("theatre") };
  },
  (reader) => {
    const surgeon = reader.oneOf("surgeon", reader.choices.surgeons, "a surgeon of the week");
    return surgeon === null ? null : { kind: "loseSurgeon", surgeon, ...reader.days("surgeon") };
  },
  (reader) => {
    const found = reader.oneOf("resource", reader.choices.resources, "a resource of the week");
    if (found === null) return null;
    const [site, resource] = parted(found);
    const by = reader.whole(
      "resourceBy",
      -LARGEST_CHANGE,
      LARGEST_CHANGE,
      "How many fewer (below 0) or more",
    );
    if (by === 0) reader.say("resourceBy", "How many fewer (below 0) or more: enter a number other than 0");
    return { kind: "resource", site, resource, by, ...reader.days("resource") };
  },
  (reader) => {
    const sessionId = reader.oneOf("close", reader.choices.sessions, "a session of the week");
    return sessionId === null ? null : { kind: "closeSession", sessionId };
  },
  addedSession,
  (reader) => {
    const measure = reader.oneOf("measure", MEASURES, "a measure of the score");
    if (measure === null) return null;
    const value = reader.whole("weight", 0, LARGEST_WEIGHT, "The new weight");
    return { kind: "weight", measure: measure as MeasureName, value };
  },
  (reader) => {
    if (reader.text("overrun") === "") return null;
    const percent = reader.whole("overrun", 1, 100, "Lists that may run over, of 100");
    return { kind: "overrun", value: percent / 100 };
  },
  (reader) => {
    const from = reader.oneOf("sitesFrom", reader.choices.sites, "a site");
    if (from === null) return null;
    const to = reader.oneOf("sitesTo", reader.choices.sites, "a site");
    if (to === null || to === from) {
      reader.say("sitesTo", "Choose another site that the patients also accept");
      return null;
    }
    return { kind: "sites", from, to };
  },
];

function addedSession(reader: Reader): ScenarioChange | null {
  const like = reader.oneOf("like", reader.choices.sessions, "a session of the week");
  if (like === null) return null;
  const theatre = reader.text("addTheatre").slice(0, LONGEST_NAME);
  if (theatre === "") reader.say("addTheatre", "Enter the theatre of the added session");
  const date = reader.date("addDate", "the day of the added session");
  const [start, end] = [reader.time("addStart", "start"), reader.time("addEnd", "end")];
  if (start !== "" && end !== "" && end <= start) reader.say("addEnd", "The end must come after the start");
  return { kind: "addSession", like, theatre, date, start, end };
}

function parted(text: string): [string, string] {
  const at = text.indexOf("|");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Reads fields and gathers what is wrong with them. */
class Reader {
  readonly problems: FormProblem[] = [];

  constructor(
    private readonly form: FormData,
    readonly choices: WhatIfChoices,
  ) {}

  say(field: string, message: string): void {
    this.problems.push({ field, message });
  }

  text(field: string): string {
    return formText(this.form, field);
  }

  name(): string {
    const name = this.text("name");
    if (name === "") this.say("name", "Name it, so that others know what it asks");
    if (name.length > LONGEST_NAME) this.say("name", `Name it in at most ${LONGEST_NAME} characters`);
    return name;
  }

  /** Null where nothing was chosen. */
  oneOf(field: string, values: readonly string[], what: string): string | null {
    const text = this.text(field);
    if (text === "") return null;
    if (values.includes(text)) return text;
    this.say(field, `Choose ${what}`);
    return null;
  }

  whole(field: string, least: number, most: number, what: string): number {
    const text = this.text(field).replace("−", "-");
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    this.say(field, `${what}: enter a whole number from ${least} to ${most}, not “${text.slice(0, 20)}”`);
    return least;
  }

  /** The last day may be left out: then it is the first. */
  days(part: string): DateRange {
    const from = this.date(`${part}From`, "the first day");
    const to = this.text(`${part}To`) === "" ? from : this.date(`${part}To`, "the last day");
    if (from !== "" && to !== "" && to < from)
      this.say(`${part}To`, "The last day must not be before the first");
    return { from, to };
  }

  date(field: string, what: string): IsoDate {
    const text = this.text(field);
    const date = DateTime.fromFormat(text, "yyyy-MM-dd", { zone: "utc" });
    const { from, to } = this.choices.days;
    if (date.isValid && text >= from && text <= to) return text;
    this.say(field, `Choose ${what}, from ${from} to ${to}`);
    return "";
  }

  time(field: string, what: string): ClockTime {
    const text = this.text(field);
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
    this.say(field, `Enter the ${what} of the added session as a time, such as 08:30`);
    return "";
  }
}
