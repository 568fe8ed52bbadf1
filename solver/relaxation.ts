import type { Model } from "./model";
import { OVERRUN_TOLERANCE, runsOverMore, scoreNeeded } from "./overrun";
import { Room, RoomTable } from "./room";
import { slabsOf } from "./slabs";
import type { Slab } from "./slabs";

/** Every list's room, by the rule itself and by its linear relaxations. */
export interface Relaxation {
  /** Rooms of plans: the overrun limit itself. */
  rooms: Room[];
  /** Rooms of plans that use the rule's tolerance up. */
  tolerantRooms: Room[];
  /** Rooms of the bound: a little above the largest probability that passes. */
  outerRooms: Room[];
  /** Slabs of the outer rooms, by rising variance; none where no two cases fit. */
  slabs: Slab[][];
  /** Whether no further case ever makes a choice fit that did not, by the outer rooms. */
  tightens: boolean[];
  tables: { inner: RoomTable; tolerant: RoomTable; outer: RoomTable };
}

/** How far the bound's limit lies above the plan's: the tolerance of the rule and the error of its distribution function. */
const OUTER = 3e-6;

/** Rooms and slabs of a model, shared by lists of the same shape. */
export function relax(model: Model): Relaxation {
  const tables = tablesOf(model.overrunProbabilityMax);
  const relaxation = { rooms: [], tolerantRooms: [], outerRooms: [], slabs: [], tightens: [], tables };
  const known = new Map<string, Slab[]>();
  for (let list = 0; list < model.length.length; list++) relaxList(model, relaxation, list, known);
  return relaxation;
}

/** The relaxation of a model in which only these lists have another length or number of cases. */
export function relaxAgain(model: Model, before: Relaxation, lists: Iterable<number>): Relaxation {
  const { rooms, tolerantRooms, outerRooms, slabs, tightens, tables } = before;
  const relaxation = {
    ...{ rooms: [...rooms], tolerantRooms: [...tolerantRooms], outerRooms: [...outerRooms] },
    ...{ slabs: [...slabs], tightens: [...tightens], tables },
  };
  const known = new Map<string, Slab[]>();
  for (const list of lists) relaxList(model, relaxation, list, known);
  return relaxation;
}

function tablesOf(limit: number): Relaxation["tables"] {
  return {
    inner: new RoomTable(scoreNeeded(limit)),
    tolerant: new RoomTable(scoreNeeded(limit + OVERRUN_TOLERANCE)),
    outer: new RoomTable(scoreNeeded(limit + OUTER) - 1e-9),
  };
}

function relaxList(model: Model, relaxation: Relaxation, list: number, known: Map<string, Slab[]>): void {
  const { inner, tolerant, outer } = relaxation.tables;
  const { most, variance, widest } = extremes(model, list);
  const roomOf = (table: RoomTable) => new Room(table, model.length[list]!, model.turnaround[list]!, most);
  const room = roomOf(outer);
  const key = `${room.length}/${room.turnaround}/${most}/${variance}`;
  const slabs = known.get(key) ?? slabsOf(room, variance * most);
  known.set(key, slabs);
  relaxation.rooms[list] = roomOf(inner);
  relaxation.tolerantRooms[list] = roomOf(tolerant);
  relaxation.outerRooms[list] = room;
  relaxation.slabs[list] = slabs;
  relaxation.tightens[list] = runsOverMore(outer.z, widest);
}

/** Most cases that a list could hold, and the largest variance of one of its cases, alone and over its squared mean. */
function extremes(model: Model, list: number): { most: number; variance: number; widest: number } {
  const [length, turnaround] = [model.length[list]!, model.turnaround[list]!];
  let [shortest, variance, widest] = [Infinity, 0, 0];
  for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++) {
    const c = model.slotCase[slot]!;
    shortest = Math.min(shortest, model.mean[c]!);
    variance = Math.max(variance, model.variance[c]!);
    widest = Math.max(widest, model.variance[c]! / model.mean[c]! ** 2);
  }
  const fit =
    shortest === Infinity ? 0 : Math.max(1, Math.floor((length + turnaround) / (shortest + turnaround)));
  return { most: Math.min(model.maxCases[list]!, fit), variance, widest };
}
