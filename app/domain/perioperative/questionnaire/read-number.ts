import { centimetres, feetAndInches, kilograms, stonesAndPounds } from "./measures";
import { DO_NOT_KNOW, type Bounds, type Question } from "./questionnaire";

/** The texts of the fields of one question, by the end of their names; "" is the field of the question's own name. */
export type FieldTexts = (suffix: string) => string;

/** A value that was typed, nothing, or why it cannot be read. `field`: the end of the name of the field at fault. */
export type FieldRead =
  | { kind: "value"; value: number | string }
  | { kind: "empty" }
  | { kind: "fault"; field: string; message: string };

/** Fields of a measure: the metric one, and the two of the old units. */
export const MEASURE_FIELDS = {
  height: { metric: "-cm", big: "-feet", small: "-inches", smallBelow: 12 },
  weight: { metric: "-kg", big: "-stones", small: "-pounds", smallBelow: 14 },
} as const;

/** Reads a number in the question's unit, or a height or weight in either system, or "I do not know". */
export function readNumber(question: Question, texts: FieldTexts): FieldRead {
  const unknown = question.mayNotKnow !== null && texts("-dk") !== "";
  const read = isMeasure(question)
    ? readMeasure(question, question.entry, texts)
    : plain(question, texts(""), "");
  if (unknown && read.kind !== "empty")
    return fault("-dk", `Enter a number or select “${question.mayNotKnow}”, not both`);
  if (unknown) return { kind: "value", value: DO_NOT_KNOW };
  return read.kind === "value" ? inBounds(question, read, texts) : read;
}

type Measure = Question & { entry: "height" | "weight" };
const isMeasure = (question: Question): question is Measure =>
  question.entry === "height" || question.entry === "weight";

function readMeasure(question: Question, entry: Measure["entry"], texts: FieldTexts): FieldRead {
  const { metric, big, small, smallBelow } = MEASURE_FIELDS[entry];
  const old = texts(big) !== "" || texts(small) !== "";
  if (texts(metric) === "" && !old) return { kind: "empty" };
  const newer = plain(question, texts(metric), metric);
  if (!old) return newer;
  if (newer.kind !== "empty") return fault(metric, `Enter your ${entry} in one of the two ways, not both`);
  const [more, less] = [plain(question, texts(big) || "0", big), plain(question, texts(small) || "0", small)];
  if (more.kind !== "value") return more;
  if (less.kind !== "value") return less;
  if (Number(less.value) >= smallBelow)
    return fault(small, `${SMALL[entry]} must be less than ${smallBelow}`);
  const convert = entry === "height" ? centimetres : kilograms;
  return { kind: "value", value: convert(Number(more.value), Number(less.value)) };
}

const SMALL = { height: "Inches", weight: "Pounds" };

/** A number as people write it: `73`, `73.5`, `73,5`, with or without the unit of its field; another unit is no number. */
function plain(question: Question, text: string, field: string): FieldRead {
  const typed = text.trim().toLowerCase();
  const unit = (OWN_UNITS[field] ?? [question.unit?.toLowerCase() ?? ""]).find((own) => hasUnit(typed, own));
  const bare = unit ? typed.replace(/\.$/, "").slice(0, -unit.length).trim() : typed;
  if (bare === "") return { kind: "empty" };
  if (WHOLE[field] && /^\d{1,2}[.,]\d{1,3}$/.test(bare)) return fault(field, WHOLE[field]);
  if (!/^\d{1,4}([.,]\d{1,3})?$/.test(bare))
    return fault(
      field,
      `Enter a number, like ${EXAMPLE[field] ?? (question.unit === "mmHg" ? "126" : "53")}`,
    );
  return { kind: "value", value: Number(bare.replace(",", ".")) };
}

const hasUnit = (typed: string, unit: string) => unit !== "" && typed.replace(/\.$/, "").endsWith(unit);

/** How people write the unit of each field of a measure, the longest first. */
const OWN_UNITS: Readonly<Record<string, readonly string[]>> = {
  ...{ "-cm": ["centimetres", "cm"], "-feet": ["feet", "foot", "ft"], "-inches": ["inches", "in"] },
  ...{ "-kg": ["kilograms", "kg"], "-stones": ["stones", "stone", "st"], "-pounds": ["pounds", "lbs", "lb"] },
};

/** 5.11 feet may mean 5 feet 11 inches or a little over 5 feet: nobody can tell, so it is asked. */
const WHOLE: Readonly<Record<string, string>> = {
  "-feet": "Enter feet as a whole number, like 5, and put the inches in their own box",
  "-stones": "Enter stones as a whole number, like 11, and put the pounds in their own box",
};

/** An example in the unit of the field. */
const EXAMPLE: Readonly<Record<string, string>> = {
  ...{ "-cm": "175", "-feet": "5", "-inches": "9" },
  ...{ "-kg": "73.5", "-stones": "11", "-pounds": "7" },
};

function inBounds(
  question: Question,
  read: { kind: "value"; value: number | string },
  texts: FieldTexts,
): FieldRead {
  const { bounds, error } = question;
  const amount = Number(read.value);
  if (!bounds || (amount >= bounds.from && amount <= bounds.to)) return read;
  if (isMeasure(question)) return outOfMeasure(question.entry, bounds, texts);
  const range = `from ${bounds.from} to ${bounds.to} ${question.unit}`;
  // Words that name the range themselves say what else to do.
  if (error?.includes(String(bounds.from))) return fault("", error);
  return fault("", error ? `${error}, ${range}` : `Enter a number ${range}`);
}

/** A height or weight that no adult has, with the range in the units that were used. */
function outOfMeasure(entry: Measure["entry"], bounds: Bounds, texts: FieldTexts): FieldRead {
  const { metric, big } = MEASURE_FIELDS[entry];
  if (texts(metric) !== "")
    return fault(metric, `Enter a ${entry} from ${bounds.from} to ${bounds.to} ${UNIT[entry]}`);
  const words = entry === "height" ? feetAndInches : stonesAndPounds;
  return fault(big, `Enter a ${entry} from ${words(bounds.from, "up")} to ${words(bounds.to, "down")}`);
}

const UNIT = { height: "centimetres", weight: "kilograms" };

const fault = (field: string, message: string): FieldRead => ({ kind: "fault", field, message });
