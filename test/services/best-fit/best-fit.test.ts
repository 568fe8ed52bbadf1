import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { earliestOffer } from "~/domain/earliest-offer";
import { bestFit } from "~/services/best-fit/best-fit.server";
import { keepEarliestOffers } from "~/services/best-fit/earliest-offer.server";
import { gapOf } from "~/services/best-fit/gap.server";
import { keepOfferOnDemand, placeEntry, recordOffer } from "~/services/best-fit/offer-place.server";
import { earliestOffers } from "~db/earliest-offers";
import { callsOfEntries } from "~db/place-calls";
import type { Placement } from "~db/placements";
import { entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { acceptedHub, hold, standing, takeOut } from "../replan-hub";
import { PLAN_DATE, SCHEDULER } from "../solve-week-hub";

let held: Awaited<ReturnType<typeof acceptedHub>>;
let cases: Placement[];
beforeEach(async () => {
  held = await acceptedHub();
  cases = await standing(held);
});
afterEach(() => held.close());

const today = PLAN_DATE;
const fit = (entry: string, scope = held.scope) => bestFit(scope, held.store, { entry, today });
const permits = () => ({ override: held.scope, reopen: held.scope });

/** A fit patient without a place who has a free one. */
async function waiting(): Promise<HeldEntry> {
  const placed = new Set(cases.map(({ entry }) => entry));
  for (const one of await entriesForPlanning(held.scope, held.store.db, "RQM")) {
    if (placed.has(one.id) || one.entry.screening !== "fit") continue;
    const found = await fit(one.id);
    if (found?.places[0]?.kind === "free") return one;
  }
  throw new Error("nobody has a free place");
}

describe("the best places of a patient", () => {
  it("are worked out over the weeks, and placing takes the best by one post, once", async () => {
    const patient = await waiting();
    const { places } = (await fit(patient.id))!;
    const best = places[0]!;
    expect(best.points).toBeGreaterThan(0);
    const asked = {
      ...{ organisation: "RQM", week: best.week.week, baseRevision: best.week.revision, today },
      ...{ entry: patient.id, session: best.id, reason: "" },
    };
    const place = () => placeEntry(held.scope, permits(), held.store, SCHEDULER, asked);
    expect(await place()).toMatchObject({ kind: "changed" });
    expect(await place()).toMatchObject({ kind: "unchanged" });
    const after = await fit(patient.id);
    expect(after?.place).toMatchObject({ session: best.id });
    const other = { ...asked, entry: cases[0]!.entry, baseRevision: best.week.revision - 1 };
    expect((await placeEntry(held.scope, permits(), held.store, SCHEDULER, other)).kind).not.toBe("changed");
  });

  it("name whom they would displace, and never who is held", async () => {
    const all = await entriesForPlanning(held.scope, held.store.db, "RQM");
    const placed = new Set(cases.map(({ entry }) => entry));
    for (const one of all.filter(({ id }) => !placed.has(id))) {
      const way = (await fit(one.id))?.places.find(({ kind }) => kind === "displaces");
      if (!way) continue;
      const out = way.week.idOf.get(way.displaced[0]!)!;
      await hold(
        held,
        cases.find(({ entry }) => entry === out)!,
      );
      const again = (await fit(one.id))!.places.find(({ id }) => id === way.id)!;
      expect(again.displaced.map((entry) => again.week.idOf.get(entry))).not.toContain(out);
      return;
    }
    throw new Error("no list is full");
  });

  it("are nobody's who is not in scope", async () => {
    const nowhere = { organisations: [], sites: [] };
    expect(await fit(cases[0]!.entry, nowhere)).toBeNull();
  });
});

describe("the gap of a list", () => {
  const gap = (session: string) => gapOf(held.scope, held.store, { session, today });

  it("ranks who fits by points, leaves out who has a place, and tells who was asked before", async () => {
    const placed = new Set(cases.map(({ entry }) => entry));
    const sessions = [...new Set(cases.map(({ session }) => session))];
    for (const session of sessions) {
      const out = cases.find((one) => one.session === session)!;
      await takeOut(held, out);
      placed.delete(out.entry);
      const found = (await gap(session))!;
      if (found.fit.length < 2) continue;
      expect(found.fit.map(({ held: one }) => one.id)).toContain(out.entry);
      const points = found.fit.map(({ place }) => place.points);
      expect(points).toEqual([...points].sort((a, b) => b - a));
      for (const { held: one, place } of found.fit) {
        expect(placed.has(one.id)).toBe(false);
        expect(one.entry.minutes).toBeLessThanOrEqual(found.freeMinutes);
        expect(place.kind).toBe("free");
      }
      const entry = found.fit[0]!.held.id;
      const call = { entry, session, answer: "declined" as const, note: "Away that day", today, known: 0 };
      expect(await recordOffer(held.scope, held.store, SCHEDULER, call)).toEqual({ kind: "recorded" });
      expect(await recordOffer(held.scope, held.store, SCHEDULER, call)).toEqual({ kind: "already" });
      expect(await callsOfEntries(held.scope, held.store.db, [entry])).toMatchObject([
        { kind: "offer", answer: "declined", session },
      ]);
      expect(await earliestOffers(held.scope, held.store.db, entry)).toHaveLength(1);
      expect((await gap(session))!.fit[0]!.held.id).toBe(entry);
      return;
    }
    throw new Error("no list has a gap that two could fill");
  });
});

describe("the earliest reasonable offer", () => {
  it("is kept with what was seen, for many at once, and can be replayed", async () => {
    const entries = cases.slice(0, 5).map(({ entry }) => entry);
    const kept = await keepEarliestOffers(held.scope, held.store, SCHEDULER, {
      ...{ organisation: "RQM", entries, today },
    });
    expect(kept).toHaveLength(5);
    for (const { entry, date } of kept) {
      const [offer] = await earliestOffers(held.scope, held.store.db, entry);
      expect(offer!.date).toBe(date);
      expect(earliestOffer(offer!.seen)?.date ?? null).toBe(date);
      expect(offer!.seen.from).toBe("2026-12-11");
      expect(offer!.seen.sessions.length).toBeGreaterThan(0);
      // A patient who has a place could have had that place.
      const own = cases.find((one) => one.entry === entry)!;
      expect(offer!.session === own.session || date !== null).toBe(true);
    }
    expect(kept.some(({ date }) => date !== null)).toBe(true);
  });

  it("is kept once on demand, however often the form is sent", async () => {
    const { entry } = cases[0]!;
    const ask = (known: number) =>
      keepOfferOnDemand(held.scope, held.store, SCHEDULER, { entry, today, known });
    expect([await ask(0), await ask(0)]).toEqual([true, true]);
    expect(await earliestOffers(held.scope, held.store.db, entry)).toHaveLength(1);
    expect(await ask(1)).toBe(true);
    expect(await earliestOffers(held.scope, held.store.db, entry)).toHaveLength(2);
    expect(
      await keepOfferOnDemand({ organisations: [], sites: [] }, held.store, SCHEDULER, {
        entry,
        today,
        known: 2,
      }),
    ).toBe(false);
  });
});
