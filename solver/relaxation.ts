import type { Model } from "./prepare";
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
}

/** How far the bound's limit lies above the plan's: the tolerance of the rule and the error of its distribution function. */
const OUTER = 3e-6;

/** Rooms and slabs of a model, shared by lists of the same shape. */
export function relax(model: Model): Relaxation {
  const limit = model.overrunProbabilityMax;
  const inner = new RoomTable(scoreNeeded(limit));
  const tolerant = new RoomTable(scoreNeeded(limit + OVERRUN_TOLERANCE));
  const outer = new RoomTable(scoreNeeded(limit + OUTER) - 1e-9);
  const known = new Map<string, Slab[]>();
  const relaxation: Relaxation = { rooms: [], tolerantRooms: [], outerRooms: [], slabs: [], tightens: [] };
  for (let list = 0; list < model.length.length; list++) {
    const { most, variance, widest } = extremes(model, list);
    const roomOf = (table: RoomTable) => new Room(table, model.length[list]!, model.turnaround[list]!, most);
    const room = roomOf(outer);
    const key = `${room.length}/${room.turnaround}/${most}/${variance}`;
    const slabs = known.get(key) ?? slabsOf(room, variance * most);
    known.set(key, slabs);
    relaxation.rooms.push(roomOf(inner));
    relaxation.tolerantRooms.push(roomOf(tolerant));
    relaxation.outerRooms.push(room);
    relaxation.slabs.push(slabs);
    relaxation.tightens.push(runsOverMore(outer.z, widest));
  }
  return relaxation;
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
