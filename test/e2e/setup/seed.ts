// Bundled and run by global-setup.ts: a small demo hub with its accounts, and another organisation beside it. With the
// argument `full` the hub has its true size and one week, which takes the solver seconds.
import { hashPassword } from "~/auth/password-hash.server";
import { today } from "~/clock.server";
import { loadDemo } from "~/services/load-demo.server";
import { openTheStore } from "~/store.server";
import { saveOrganisation, saveSite } from "~db/organisations";
import { createUser, grantRole } from "~db/users";
import { KINGSTON } from "./kingston";

const ACTOR = { kind: "command", name: "browser-tests" } as const;

const store = await openTheStore();
const size = process.argv.includes("full") ? { weeks: 1 } : { scale: 0.1, weeks: 4 };
await loadDemo(store, ACTOR, today(), size);
await saveOrganisation(store, ACTOR, { code: "RAX", name: "Kingston Hospital NHS Foundation Trust" });
await saveSite(store, ACTOR, { code: "RAX01", organisation: "RAX", name: "Kingston Hospital", type: "main" });
const { name, email, password, organisation } = KINGSTON;
const passwordHash = await hashPassword(password);
const created = await createUser(store, ACTOR, { name, email, passwordHash, demo: false });
if (created.kind !== "created") throw new Error(`${email} could not be added.`);
for (const role of ["scheduler", "preAssessmentNurse"] as const)
  await grantRole(store, ACTOR, { user: created.id, role, organisation, site: null });
await store.close();
