import type { Laterality } from "~/domain/waiting-list";
import { PROCEDURES, type Procedure } from "~/facts/procedures";
import type { Random } from "./random";

/* Estimates of a specialty's mix, for demonstration: no published table gives it by procedure. */

const CATARACT = "C712";
const EMERGENCY = "H012";
const LONG_MINUTES = 150;
const FEW_CHILDREN = 0.03;

/** Share of children among those who wait for a procedure, by the beginning of its code. */
const CHILDREN: [code: string, share: number][] = [
  ["E201", 0.85],
  ["D15", 0.8],
  ["N09", 0.8],
  ["D033", 0.7],
  ["F34", 0.4],
  ["C31", 0.4],
  ["N303", 0.1],
];
/** Beginnings of codes of procedures on one of two sides. */
const SIDED = [
  "C",
  "W",
  "O29",
  "T79",
  "T52",
  "T59",
  "T72",
  "A65",
  "A67",
  "T20",
  "T21",
  "T22",
  "N09",
  "N11",
  "N19",
];
const BOTH_SIDES = ["D15", "F34", "N17", "Q35"];
const MEN_ONLY = /^(N|M6[568])/;
const WOMEN_ONLY = /^(Q|P|M533|T422)/;

/** Procedures of a specialty and how often each is waited for. */
export function procedureMix(treatmentFunction: string): [Procedure, number][] {
  return PROCEDURES.filter(
    (each) => each.treatmentFunction === treatmentFunction && each.code !== EMERGENCY,
  ).map((each) => [
    each,
    (each.hvlc ? 3 : 1) * (each.code === CATARACT ? 25 : 1) * (each.minutes > LONG_MINUTES ? 0.4 : 1),
  ]);
}

export function isChild({ code, treatmentFunction }: Procedure, random: Random): boolean {
  const share = CHILDREN.find(([beginning]) => code.startsWith(beginning))?.[1];
  return random.chance(share ?? (treatmentFunction === "120" ? FEW_CHILDREN : 0));
}

export function lateralityOf({ code }: Procedure, random: Random): Laterality {
  if (BOTH_SIDES.some((beginning) => code.startsWith(beginning))) return "bilateral";
  if (!SIDED.some((beginning) => code.startsWith(beginning))) return "none";
  return random.weighted<Laterality>([
    ["right", 49],
    ["left", 48],
    ["bilateral", code.startsWith("C") ? 0 : 3],
  ]);
}

/** PERSON STATED GENDER CODE: 1 male, 2 female. */
export function genderOf({ code }: Procedure, random: Random): "1" | "2" {
  if (MEN_ONLY.test(code)) return "1";
  return WOMEN_ONLY.test(code) ? "2" : random.pick(["1", "2"]);
}
