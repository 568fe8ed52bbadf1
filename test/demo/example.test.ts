import { expect, it } from "vitest";
import { generateHub } from "~/demo/hub";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";

/* The example that the README plans. `npx vitest run test/demo -u` writes it anew. */

const example = generateHub({
  provider: "RDU",
  scale: 0.05,
  weeks: 1,
  weekStart: "2026-12-14",
  planDate: "2026-11-20",
});

it.each([
  ["waiting-list.csv", waitingListCsv(example.entries)],
  ["sessions.csv", sessionsCsv(example.sessions)],
  ["resources.csv", resourcesCsv(example.resources)],
])("docs/example/%s is what the generator makes", async (name, csv) => {
  await expect(csv).toMatchFileSnapshot(`../../docs/example/${name}`);
});
