import type { IsoDate } from "~/domain/calendar";
import type { Readiness } from "~/domain/waiting-list";

/** A date as it stands in three fields. */
export interface DateValue {
  day: string;
  month: string;
  year: string;
}

/** What the fields of the readiness form hold, sound or not. */
export interface ReadinessValues {
  screening: string;
  fitFrom: DateValue;
  fitUntil: DateValue;
  hubs: string;
  hub: string[];
  reason: string;
}

/** The fields as a form starts that says what counts now. */
export function valuesOf({ screening, fitFrom, fitUntil, hubSuitable }: Readiness): ReadinessValues {
  const hubs = hubSuitable === true ? "all" : hubSuitable.length > 0 ? "some" : "none";
  return {
    screening,
    fitFrom: dateValue(fitFrom),
    fitUntil: dateValue(fitUntil),
    hubs,
    hub: hubSuitable === true ? [] : hubSuitable,
    reason: "",
  };
}

function dateValue(date: IsoDate | null): DateValue {
  const [year = "", month = "", day = ""] = (date ?? "").split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** The fields as somebody sent them, to be shown again beside what is wrong with them. */
export function valuesTyped(form: FormData): ReadinessValues {
  const text = (name: string) => String(form.get(name) ?? "");
  const date = (name: string) => ({
    day: text(`${name}-day`),
    month: text(`${name}-month`),
    year: text(`${name}-year`),
  });
  return {
    screening: text("screening"),
    fitFrom: date("fitFrom"),
    fitUntil: date("fitUntil"),
    hubs: text("hubs"),
    hub: form.getAll("hub").map(String),
    reason: text("reason"),
  };
}
