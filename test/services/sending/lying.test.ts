import { afterEach, beforeEach, expect, it } from "vitest";
import type { User } from "~/auth/visitor.server";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { sendDue } from "~/services/sending/send-due.server";
import { lyingTooLong } from "~/views/messages/lying.server";
import { saveSettings } from "~db/workspace-settings";
import { ACTOR } from "../../db/engines";
import { HUB, NOW } from "../questionnaire/asked-patient";
import { sendingHub, type SendingHub } from "./sending-hub";

let hub: SendingHub;
beforeEach(async () => {
  hub = await sendingHub();
  await sendDue(hub.process({ text: { ...hub.text, name: "file", keeps: true } }));
});
afterEach(() => hub.close());

const user = (may = true, sites = HUB.sites) =>
  ({
    may: () => may,
    scope: () => ({ ...HUB, sites }),
    sites: HUB.sites.map((code) => ({ code, organisation: "RQM", name: code })),
  }) as unknown as User;
const after = (minutes: number) => {
  hub.after(minutes);
  return lyingTooLong(user());
};
const DAY = 24 * 60;

it("what lies in the outbox is told of from the day on that the site has set", async () => {
  expect(await after(2 * DAY - 1)).toBeNull();
  expect(await after(2 * DAY)).toEqual({ messages: 1, since: NOW });
  const all = { ...DEFAULT_SETTINGS.all, outboxDays: 3 };
  const saved = { organisation: "RQM", base: 0, settings: { ...DEFAULT_SETTINGS, all }, reason: "" };
  expect(await saveSettings(HUB, hub.store, ACTOR, saved)).toMatchObject({ kind: "saved" });
  expect(await after(3 * DAY - 1)).toBeNull();
  expect(await after(3 * DAY)).toEqual({ messages: 1, since: NOW });
});

it("nothing is told of to who does not send messages, or of sites that are not theirs", async () => {
  hub.after(9 * DAY);
  expect(await lyingTooLong(user())).not.toBeNull();
  expect(await lyingTooLong(user(false))).toBeNull();
  expect(await lyingTooLong(user(true, ["RQM02"]))).toBeNull();
});
