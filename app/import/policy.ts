import type { Fault } from "~/domain/fault";
import { ORDER_RULES, ORDER_SWITCHES } from "~/domain/list-order/order-policy";
import type { Policy } from "~/domain/policy";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";
import { clockTimeOf } from "./dates";
import { readJson, repeatedKeys } from "./json";
import {
  byKey,
  listOf,
  number,
  object,
  text,
  whole,
  type JsonPath,
  type Shape,
  type ShapeFault,
} from "./json-shape";
import type { ReadContext } from "./result";

/** With points and weights within these limits every score of 110,000 entries is an exact whole number. */
const MOST_POINTS = 10_000;
const MOST_WEIGHT = 1_000_000;
const TREATMENT_FUNCTION = /^\d{3}$/;

const days = whole(0, 3650, "a whole number of days, 0 to 3650");
const minutes = whole(0, 240, "whole minutes, 0 to 240");
const share = number(0, 1, "a share, 0 to 1");
const points = whole(0, MOST_POINTS, `whole points, 0 to ${MOST_POINTS}`);
const weight = whole(0, MOST_WEIGHT, `a whole weight, 0 to ${MOST_WEIGHT}`);

const onOrOff: Shape = (value, path) =>
  typeof value === "boolean" ? [] : [{ path, message: "Expected true (on) or false (off)." }];
const switches = Object.fromEntries(ORDER_SWITCHES.map((rule) => [rule, onOrOff]));

/** The keys of policy.json, each of which may lack (file contract, policy.json). */
const POLICY_SHAPE = object({
  version: text("a text that names this version of the policy"),
  noticeDays: days,
  overrunProbabilityMax: number(0, 1, "a probability, 0 to 1"),
  turnaroundMinutes: byKey(
    /^(default|\d{3})$/,
    "“default” or a treatment function code of three digits",
    minutes,
  ),
  targetDays: object({ P1a: days, P1b: days, P2: days, P3: days, cancer: days }),
  reserveShare: byKey(
    TREATMENT_FUNCTION,
    "a treatment function code of three digits",
    listOf(share, 53, "a list of shares in brackets [ ], one a week"),
  ),
  urgentPoints: object({ P1: points, dueInTime: points, dueLate: points, notYetDue: points, P3due: points }),
  waitingBands,
  weights: object({
    urgent: weight,
    waiting: weight,
    minutes: weight,
    dayCaseHub: weight,
    weeksWaited: weight,
  }),
  listOrder: object({
    costs: object(Object.fromEntries(ORDER_RULES.map((rule) => [rule, points]))),
    sites: byKey(/^\S{1,20}$/, "the code of a site", object(switches)),
    childStartBy: clockOrNone,
    dayCaseEndBy: clockOrNone,
    lastCaseStartBy: clockOrNone,
    admissionMinutes: whole(0, 720, "whole minutes, 0 to 720"),
    admissionFrom: clock,
  }),
});

function clock(value: unknown, path: JsonPath): ShapeFault[] {
  const reads = typeof value === "string" && clockTimeOf(value) !== null;
  return reads ? [] : [{ path, message: "Expected a time of day, HH:MM." }];
}

function clockOrNone(value: unknown, path: JsonPath): ShapeFault[] {
  if (value === null || clock(value, path).length === 0) return [];
  return [{ path, message: "Expected a time of day, HH:MM, or null for no limit." }];
}

/** Pairs of weeks and points; the first band reached counts, so a shorter one before a longer would hide it. */
function waitingBands(value: unknown, path: JsonPath): ShapeFault[] {
  const faults = listOf(band, 100, "a list of bands [weeks, points]")(value, path);
  if (faults.length > 0) return faults;
  const weeks = (value as [number, number][]).map(([reached]) => reached);
  const wrong = weeks.findIndex((reached, index) => index > 0 && reached >= weeks[index - 1]!);
  return wrong < 0
    ? []
    : [{ path: [...path, wrong], message: "Expected fewer weeks than in the band before it." }];
}

const band: Shape = (value, path) => {
  const isPair = Array.isArray(value) && value.length === 2;
  if (!isPair) return [{ path, message: "Expected a pair [weeks, points]." }];
  const weeks = whole(0, 1040, "whole weeks, 0 to 1040");
  return [...weeks(value[0], [...path, 0]), ...points(value[1], [...path, 1])];
};

/**
 * Reads policy.json and lays it over the default policy: objects key by key, lists whole.
 * Any fault refuses the file; a fault's row is the line and its column the path of the key.
 */
export function readPolicy(
  bytes: Uint8Array,
  context: Pick<ReadContext, "file">,
): { policy: Policy | null; refused: Fault[] } {
  const { value, refused } = readJson(bytes, context.file, POLICY_SHAPE);
  const faults = refused.length > 0 ? refused : repeatedKeys(bytes, context.file);
  if (faults.length > 0) return { policy: null, refused: faults };
  return { policy: resolvePolicy(value as PolicyOverrides), refused: [] };
}
