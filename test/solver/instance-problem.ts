import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Options, Problem } from "~solver/problem";

/** The judge's own reader of instances, beside the checkout; null where it is absent. */
export function judgeFolder(): string | null {
  const candidates = ["../shared/tools", "../../shared/tools"].map((path) => join(process.cwd(), path));
  return candidates.find((path) => existsSync(join(path, "instance.mjs"))) ?? null;
}

interface Entry {
  id: string;
  patient: string;
  tfc: string;
  clockStart: number;
  minutes: number;
  sd: number;
  nights: number;
  critical: boolean;
  equipment: string[];
  bads: boolean;
  hvlc: boolean;
}
interface Session {
  id: string;
  site: string;
  hub: boolean;
  date: number;
  start: number;
  end: number;
  length: number;
  tfcs: string[];
  surgeons: string[];
  open: boolean;
  maxCases: number;
}
interface Policy {
  overrunProbabilityMax: number;
  waitingBands: [number, number][];
  weights: Record<string, number>;
  reserveShare: Record<string, number[]>;
}
export interface Instance {
  entries: Entry[];
  sessions: Session[];
  limits: Map<string, number>;
  pins: Map<string, { session: string }>;
  policy: Policy;
  planDate: string;
  first: number;
}
interface Judge {
  readInstance(dir: string, planDate?: string, policy?: object, pins?: string | null): Instance;
  forbidden(instance: Instance, entry: Entry, session: Session): string | null;
  reasonUnplaced(instance: Instance, entry: Entry): string;
  uses(session: Session, entries: Entry[]): [string, number][];
  turnaround(instance: Instance, session: Session): number;
  weeksWaited(entry: Entry, session: Session): number;
  urgentPoints(instance: Instance, entry: Entry, session: { date: number }): number;
  overrunProbability(instance: Instance, session: Session, entries: Entry[]): number;
}

/** An instance of the file contract as a problem, by the judge's formulas. */
export interface Loaded {
  judge: Judge;
  instance: Instance;
  sessions: Session[];
  problem: Problem;
}

/** Reads an instance folder; `folder` is the judge's. */
export async function loadInstance(folder: string, dir: string, policy: object = {}): Promise<Loaded> {
  const judge = (await import(pathToFileURL(join(folder, "instance.mjs")).href)) as Judge;
  const instance = judge.readInstance(dir, undefined, policy);
  const sessions = instance.sessions
    .filter((s) => s.open)
    .sort((a, b) => a.date - b.date || a.start - b.start);
  return { judge, instance, sessions, problem: problemOf(judge, instance, sessions) };
}

function problemOf(judge: Judge, instance: Instance, sessions: Session[]): Problem {
  const { entries, limits, policy } = instance;
  const capacityAt = new Map([...limits.keys()].map((key, at) => [key, at]));
  const [surgeons, people] = [numbers(), numbers()];
  const kits = [...new Set(entries.flatMap((e) => e.equipment))].sort();
  const { options, usages } = optionsOf(judge, instance, sessions, capacityAt);
  const optionAt = new Map(options.case.map((c, at) => [`${c}/${options.list[at]}`, at]));
  const [entryAt, sessionAt] = [
    new Map(entries.map((e, i) => [e.id, i])),
    new Map(sessions.map((s, i) => [s.id, i])),
  ];
  const pins = [...instance.pins].map(
    ([id, pin]) => optionAt.get(`${entryAt.get(id)}/${sessionAt.get(pin.session)}`) as number,
  );
  return {
    lists: sessions.map((s) => ({
      id: s.id,
      day: s.date,
      start: s.start,
      end: s.end,
      length: s.length,
      turnaround: judge.turnaround(instance, s),
      maxCases: Number.isFinite(s.maxCases) ? s.maxCases : null,
      operators: s.surgeons.map(surgeons),
      kitUsage: kits.map((kit) => kitCapacities(s, kit, capacityAt)),
    })),
    cases: entries.map((e) => ({
      id: e.id,
      person: people(e.patient),
      mean: e.minutes,
      deviation: e.sd,
      kits: e.equipment.map((kit) => kits.indexOf(kit)),
    })),
    handOrder: handOrder(judge, instance),
    options,
    usages,
    capacities: [...limits].map(([id, quantity]) => ({ id, quantity })),
    reserves: reservesOf(instance, sessions),
    pins,
    measures: [
      { id: "urgent", of: "case", weight: policy.weights.urgent ?? 0 },
      { id: "waiting", of: "case", weight: policy.weights.waiting ?? 0 },
      { id: "minutes", of: "list", weight: policy.weights.minutes ?? 0 },
      { id: "dayCaseHub", of: "case", weight: policy.weights.dayCaseHub ?? 0 },
      { id: "weeksWaited", of: "case", weight: policy.weights.weeksWaited ?? 0 },
    ],
    overrunProbabilityMax: policy.overrunProbabilityMax,
    previous: null,
  };
}

function numbers(): (key: string) => number {
  const seen = new Map<string, number>();
  return (key) => {
    if (!seen.has(key)) seen.set(key, seen.size);
    return seen.get(key) as number;
  };
}

function kitCapacities(s: Session, kit: string, capacityAt: Map<string, number>): number[] {
  const halves = [...(s.start < 780 ? ["am"] : []), ...(s.end > 780 ? ["pm"] : [])];
  return halves.flatMap((half) => capacityAt.get(`equipment:${kit}|${s.site}|${s.date}|${half}`) ?? []);
}

function handOrder(judge: Judge, instance: Instance): number[] {
  const { entries } = instance;
  const rank = entries.map((e) =>
    instance.pins.has(e.id) ? 1e6 : judge.urgentPoints(instance, e, { date: instance.first }),
  );
  return entries
    .map((_, at) => at)
    .sort((a, b) => {
      const [x, y] = [entries[a] as Entry, entries[b] as Entry];
      return (rank[b] ?? 0) - (rank[a] ?? 0) || x.clockStart - y.clockStart || (x.id < y.id ? -1 : 1);
    });
}

function reservesOf({ policy, first }: Instance, sessions: Session[]) {
  const monday = first - ((first + 3) % 7);
  const groups = new Map<string, { lists: number[]; minutes: number; share: number }>();
  sessions.forEach((s, at) => {
    const week = Math.floor((s.date - monday) / 7);
    const share = policy.reserveShare[s.tfcs[0] ?? ""]?.[week];
    if (!share) return;
    const group = groups.get(`${s.tfcs[0]}/${week}`) ?? { lists: [], minutes: 0, share };
    group.lists.push(at);
    group.minutes += s.length;
    groups.set(`${s.tfcs[0]}/${week}`, group);
  });
  return [...groups].map(([id, { lists, minutes, share }]) => ({
    id,
    lists,
    maxMinutes: (1 - share) * minutes,
  }));
}

function optionsOf(judge: Judge, instance: Instance, sessions: Session[], capacityAt: Map<string, number>) {
  const options: Options = { case: [], list: [], usage: [], amounts: [[], [], [], [], []] };
  const usageAt = new Map<string, number>();
  const usages: number[][] = [];
  const bySpecialty = new Map<string, number[]>();
  sessions.forEach((s, at) =>
    s.tfcs.forEach((tfc) => bySpecialty.set(tfc, [...(bySpecialty.get(tfc) ?? []), at])),
  );
  const everywhere = sessions.map((_, at) => at);
  instance.entries.forEach((e, c) => {
    for (const at of instance.pins.has(e.id) ? everywhere : (bySpecialty.get(e.tfc) ?? [])) {
      const s = sessions[at] as Session;
      if (judge.forbidden(instance, e, s)) continue;
      const taken = judge
        .uses(s, [e])
        .filter(([key]) => !key.startsWith("equipment:") && capacityAt.has(key))
        .flatMap(([key, n]) => Array<number>(n).fill(capacityAt.get(key) as number));
      const key = taken.join();
      if (!usageAt.has(key)) usageAt.set(key, usages.push(taken) - 1);
      options.case.push(c);
      options.list.push(at);
      options.usage.push(usageAt.get(key) as number);
      amountsOf(judge, instance, e, s).forEach((amount, m) => options.amounts[m]?.push(amount));
    }
  });
  return { options, usages };
}

function amountsOf(judge: Judge, instance: Instance, e: Entry, s: Session): number[] {
  const weeks = judge.weeksWaited(e, s);
  const waiting = instance.policy.waitingBands.find(([from]) => weeks >= from)?.[1] ?? 0;
  const dayCaseHub = (e.nights === 0 && e.bads ? 1 : 0) + (s.hub && e.hvlc ? 1 : 0);
  return [judge.urgentPoints(instance, e, s), waiting, 0, dayCaseHub, weeks];
}
