/** A process for crash.test.ts: writes in a commit, says so, and then waits to be killed. */
import { organisation } from "~db/schema";
import { openStore } from "~db/store";

const store = await openStore({ file: process.argv[2]! });
await store.commit({ kind: "command", name: "test" }, "test", async (tx) => {
  await tx.insert(organisation, { code: "RYJ", name: "Half" });
  console.log("written");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
