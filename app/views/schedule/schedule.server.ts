import type { User } from "~/auth/visitor.server";
import type { Choice } from "~/components/filter-fields";
import type { IsoDate } from "~/domain/calendar";
import type { SessionTemplate } from "~/domain/schedule/template";
import { templateLength } from "~/domain/schedule/template";
import { store } from "~/store.server";
import { listSites } from "~db/organisations";
import type { Scope } from "~db/scope";
import { listTemplates } from "~db/session-templates";
import { specialtyOf, type Specialty } from "../week-board";
import { mayChange } from "./places.server";

/** A template as the schedule shows it. */
export interface TemplateShown extends Omit<SessionTemplate, "treatmentFunctions"> {
  specialties: Specialty[];
  siteName: string;
  length: number;
  /** ended: its last day is past; coming: its first day is still to come. */
  standing: "runs" | "ended" | "coming";
}

/** A site of the week grid: a row for each theatre, a column for each weekday that has any. */
export interface GridSite {
  code: string;
  name: string;
  weekdays: number[];
  theatres: { name: string; days: TemplateShown[][] }[];
}

/** The master theatre schedule. */
export interface SchedulePage {
  organisation: string;
  templates: TemplateShown[];
  grid: GridSite[];
  all: number;
  ended: number;
  filter: { site: string | null; specialty: string | null; ended: boolean; view: "grid" | "table" };
  choices: { sites: Choice[]; specialties: Choice[] };
  mayEdit: boolean;
}

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Loads the schedule as an address asks for it. */
export async function schedulePage(
  user: User,
  scope: Scope,
  organisation: string,
  search: URLSearchParams,
  today: IsoDate,
): Promise<SchedulePage> {
  const sites = new Map((await listSites(scope, store().db)).map(({ code, name }) => [code, name]));
  const all = (await listTemplates(scope, store().db, organisation)).map((template) =>
    templateShown(template, sites, today),
  );
  const choices = choicesOf(all);
  const chosen = (name: string, from: Choice[]) =>
    from.find(({ value }) => value === search.get(name))?.value ?? null;
  const filter = {
    site: chosen("site", choices.sites),
    specialty: chosen("specialty", choices.specialties),
    ended: search.get("ended") === "yes",
    view: search.get("view") === "table" ? ("table" as const) : ("grid" as const),
  };
  const templates = all
    .filter(({ site }) => filter.site === null || site === filter.site)
    .filter(
      ({ specialties }) =>
        filter.specialty === null || specialties.some(({ code }) => code === filter.specialty),
    )
    .filter(({ standing }) => filter.ended || standing !== "ended")
    .sort(inOrder);
  return {
    ...{ organisation, templates, choices, filter, all: all.length, grid: gridOf(templates) },
    ended: all.filter(({ standing }) => standing === "ended").length,
    mayEdit: mayChange(user, organisation),
  };
}

function templateShown(
  { treatmentFunctions, ...template }: SessionTemplate,
  sites: ReadonlyMap<string, string>,
  today: IsoDate,
): TemplateShown {
  const { validFrom, validUntil } = template;
  const ended = validUntil !== null && validUntil < today;
  return {
    ...template,
    specialties: treatmentFunctions.map(specialtyOf),
    siteName: sites.get(template.site) ?? template.site,
    length: templateLength(template),
    standing: ended ? "ended" : validFrom > today ? "coming" : "runs",
  };
}

const numeric = new Intl.Collator("en", { numeric: true });

function inOrder(a: TemplateShown, b: TemplateShown): number {
  return (
    numeric.compare(a.site, b.site) ||
    numeric.compare(a.theatre, b.theatre) ||
    a.weekday - b.weekday ||
    numeric.compare(a.start, b.start)
  );
}

function gridOf(templates: readonly TemplateShown[]): GridSite[] {
  const codes = [...new Set(templates.map(({ site }) => site))];
  return codes.map((code) => {
    const own = templates.filter(({ site }) => site === code);
    const weekdays = [...new Set([...WORKING_DAYS, ...own.map(({ weekday }) => weekday)])].sort();
    const theatres = [...new Set(own.map(({ theatre }) => theatre))].map((name) => ({
      name,
      days: weekdays.map((weekday) =>
        own.filter((template) => template.theatre === name && template.weekday === weekday),
      ),
    }));
    return { code, name: own[0]!.siteName, weekdays, theatres };
  });
}

function choicesOf(templates: readonly TemplateShown[]): SchedulePage["choices"] {
  const unique = (pairs: (readonly [string, string])[]): Choice[] =>
    [...new Map(pairs)].map(([value, text]) => ({ value, text })).sort((a, b) => (a.text < b.text ? -1 : 1));
  return {
    sites: unique(templates.map(({ site, siteName }) => [site, siteName])),
    specialties: unique(
      templates.flatMap(({ specialties }) =>
        specialties.map(({ code, name }) => [code, `${name} (${code})`] as const),
      ),
    ),
  };
}
