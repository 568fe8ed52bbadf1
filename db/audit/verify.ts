import { asc, eq, gt } from "drizzle-orm";
import { breathe, type Reader } from "../engine";
import { auditEntry, auditHead, auditValue } from "../schema";
import { digestOf, hashOf } from "./chain";
import { ERASE_ACTION, erasedBy } from "./erase";

/** What is wrong with the chain, by the entry's number. */
export interface ChainFault {
  seq: number;
  problem:
    | "altered" // its hash is not that of what it says
    | "missing" // no entry has this number
    | "unlinked" // it does not follow the entry before it
    | "valueAltered" // its values are not those that it was written with
    | "valueMissing" // its values are gone and no erasure says so
    | "cutOff"; // the chain ended further on than this last entry
}

/** `head`: hash of the last entry. Kept elsewhere (printed, mailed), it shows later that nothing was rewritten. */
export type ChainReport =
  { kind: "whole"; entries: number; head: string } | { kind: "broken"; faults: ChainFault[] };

const ENTRIES_A_BLOCK = 2000;
const FAULTS_SHOWN = 100;

/** Walks the whole audit chain and names each entry that was altered, taken out or put elsewhere. */
export async function verifyAuditChain(db: Reader): Promise<ChainReport> {
  const walk: Walk = { seq: 0, hash: "", faults: [], unvalued: new Set(), erased: new Set() };
  for (;;) {
    const block = await nextBlock(db, walk.seq);
    if (block.length === 0) break;
    for (const row of block) step(walk, row);
    await breathe();
  }
  const [head] = await db.select().from(auditHead).where(eq(auditHead.id, "head"));
  if (head?.seq !== walk.seq || head.hash !== walk.hash)
    walk.faults.push({ seq: walk.seq, problem: "cutOff" });
  for (const seq of walk.unvalued)
    if (!walk.erased.has(seq)) walk.faults.push({ seq, problem: "valueMissing" });
  return walk.faults.length === 0
    ? { kind: "whole", entries: walk.seq, head: walk.hash }
    : { kind: "broken", faults: walk.faults.slice(0, FAULTS_SHOWN) };
}

interface Walk {
  seq: number;
  hash: string;
  faults: ChainFault[];
  /** Entries without values, and those whose values were erased by a later entry. */
  unvalued: Set<number>;
  erased: Set<number>;
}

type Block = Awaited<ReturnType<typeof nextBlock>>;

async function nextBlock(db: Reader, after: number) {
  return db
    .select({ entry: auditEntry, value: auditValue })
    .from(auditEntry)
    .leftJoin(auditValue, eq(auditValue.seq, auditEntry.seq))
    .where(gt(auditEntry.seq, after))
    .orderBy(asc(auditEntry.seq))
    .limit(ENTRIES_A_BLOCK);
}

function step(walk: Walk, { entry, value }: Block[number]): void {
  for (let seq = walk.seq + 1; seq < entry.seq && walk.faults.length < FAULTS_SHOWN; seq++) {
    walk.faults.push({ seq, problem: "missing" });
  }
  if (hashOf(entry) !== entry.hash) walk.faults.push({ seq: entry.seq, problem: "altered" });
  else if (entry.previousHash !== walk.hash) walk.faults.push({ seq: entry.seq, problem: "unlinked" });
  if (value === null) walk.unvalued.add(entry.seq);
  else if (digestOf(value.salt, value.before, value.after) !== entry.digest) {
    walk.faults.push({ seq: entry.seq, problem: "valueAltered" });
  } else if (entry.action === ERASE_ACTION) {
    for (const seq of erasedBy(value.after)) walk.erased.add(seq);
  }
  walk.seq = entry.seq;
  walk.hash = entry.hash;
}
