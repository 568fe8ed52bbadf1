import { afterAll, beforeAll, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { textsSeen, unreadTexts, writtenTexts } from "~/services/questionnaire/unread-texts.server";
import { decideScreening } from "~/services/triage/decide.server";
import { saysInShort } from "~/views/patient-says/says-in-short.server";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

let hub: TriageHub;
beforeAll(async () => void (hub = await triageHub()));
afterAll(() => hub.close());

it("what a patient writes within a question is to be read until somebody who has read it decides", async () => {
  const [entry] = hub.ids as [string];
  const { db } = hub.store;
  await hub.answer(entry);
  expect(await unreadTexts(HUB, db, entry)).toEqual([]);
  expect(await saysInShort(HUB, db, entry)).toMatchObject({ unread: 0, unreadTexts: 0 });

  await hub.answer(entry, { anything_else: "My heart races at night" });
  const unread = await unreadTexts(HUB, db, entry);
  expect(unread).toMatchObject([{ text: "My heart races at night", unread: true }]);
  expect(await saysInShort(HUB, db, entry)).toMatchObject({ unread: 0, unreadTexts: 1 });
  expect(textsSeen(unread)).not.toBe(textsSeen([]));

  // Nobody is cleared before it was read.
  const decide = async (read: boolean) =>
    decideScreening(
      HUB,
      hub.store,
      NURSE,
      entry,
      await hub.decision(entry, { read, fitUntil: addDays(today(), 90) }),
      false,
    );
  expect(await decide(false)).toEqual({ kind: "unread" });
  expect(await unreadTexts(HUB, db, entry)).toHaveLength(1);
  expect(await decide(true)).toMatchObject({ kind: "decided" });
  expect(await unreadTexts(HUB, db, entry)).toEqual([]);
  expect(await writtenTexts(HUB, db, entry)).toMatchObject([{ unread: false }]);
});
