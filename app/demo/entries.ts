import { addDays, type DateRange, type IsoDate } from "~/domain/calendar";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Procedure } from "~/facts/procedures";
import { EQUIPMENT } from "./equipment";
import { TestNhsNumbers } from "./nhs-numbers";
import { ageOf, inventPerson, type Person } from "./people";
import { lateralityOf, procedureMix } from "./procedures";
import type { Waits } from "./published-waits";
import { Random } from "./random";
import { inventReadiness, type DemoDates } from "./readiness";
import { inventStay } from "./stay";
import { inventWaiting } from "./waiting";

/** Where the entries of a demo hub wait. */
export interface DemoPlace {
  provider: string;
  mainSite: string;
  hubSite: string;
}

/** What all entries of a demo have in common. */
interface Scene {
  place: DemoPlace;
  dates: DemoDates;
  random: Random;
}

/** What one entry waits for. */
interface Wish {
  procedure: Procedure;
  consultant: string;
  weeks: number;
}

const ADULT = 18;
const CATARACT = "C712";

/** The waiting list of all specialties; the same seed gives the same list. */
export function inventEntries(
  waits: readonly Waits[],
  surgeonsOf: (treatmentFunction: string) => readonly string[],
  place: DemoPlace,
  dates: DemoDates,
  seed: number,
): WaitingListEntry[] {
  const random = new Random(seed, "entries");
  const numbers = new TestNhsNumbers(random.whole(1_000_000));
  const entries: WaitingListEntry[] = [];
  for (const { treatmentFunction, size, byWeeksWaited } of waits) {
    const mix = procedureMix(treatmentFunction);
    const last = entries.length + size;
    while (entries.length < last) {
      const procedure = random.weighted(mix);
      const number = entries.length + 1;
      const person =
        secondEye(entries.at(-1), procedure, random) ??
        inventPerson(number, procedure, dates.planDate, numbers, random);
      const consultant = random.pick(surgeonsOf(treatmentFunction));
      const wish = { procedure, consultant, weeks: random.weighted(byWeeksWaited) };
      entries.push(inventEntry(number, person, wish, { place, dates, random }));
    }
  }
  return entries;
}

/** Now and then a patient waits for the other eye as well: two entries of one person. */
function secondEye(before: WaitingListEntry | undefined, { code }: Procedure, random: Random): Person | null {
  const isOtherEye = before?.procedureCode === CATARACT && code === CATARACT && random.chance(0.03);
  return isOtherEye ? personOf(before) : null;
}

function personOf(entry: WaitingListEntry): Person {
  const { patientId, nhsNumber, birthDate, gender, ethnicCategory, imdDecile, details } = entry;
  return { patientId, nhsNumber, birthDate, gender, ethnicCategory, imdDecile, details };
}

function inventEntry(number: number, person: Person, wish: Wish, scene: Scene): WaitingListEntry {
  const { procedure, consultant, weeks } = wish;
  const { place, dates, random } = scene;
  const isChild = ageOf(person, dates.planDate) < ADULT;
  const stay = inventStay(procedure, isChild, random);
  return {
    row: 0,
    pathwayId: `PP${String(number).padStart(8, "0")}`,
    issuer: place.provider,
    provider: place.provider,
    ...person,
    ...inventWaiting(weeks, procedure.treatmentFunction, dates.planDate, random),
    treatmentFunction: procedure.treatmentFunction,
    consultant,
    pooled: random.chance(procedure.treatmentFunction === "130" ? 0.8 : 0.55),
    procedureCode: procedure.code,
    procedureText: procedure.words,
    ...stay,
    listingSite: place.mainSite,
    otherSites: [place.hubSite],
    ...inventReadiness(procedure, stay, isChild, dates, random),
    equipment: random.chance(0.3) ? [random.pick(EQUIPMENT[procedure.treatmentFunction]!)] : [],
    unavailable: random.chance(0.2) ? [absence(dates.weekStart, random)] : [],
    shortNotice: random.chance(0.35),
    laterality: lateralityOf(procedure, random),
    orderFlags: orderFlags(random),
  };
}

function absence(weekStart: IsoDate, random: Random): DateRange {
  const from = addDays(weekStart, random.whole(14) - 7);
  return { from, to: addDays(from, random.whole(12)) };
}

function orderFlags(random: Random): string[] {
  const shares: [string, number][] = [
    ["latex", 0.015],
    ["mh", 0.001],
    ["diabetes", 0.09],
    ["infection", 0.02],
  ];
  return shares.filter(([, share]) => random.chance(share)).map(([flag]) => flag);
}
