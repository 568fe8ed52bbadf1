// Bundled and run by global-setup.ts: a small demo hub with its accounts in a fresh data folder.
import { createDemoAccounts } from "~/services/create-demo-accounts.server";
import { openTheStore } from "~/store.server";
import { createInstallation, saveOrganisation, saveSite } from "~db/organisations";

const ACTOR = { kind: "command", name: "browser-tests" } as const;
const ORGANISATIONS = [
  { code: "RQM", name: "Chelsea and Westminster Hospital NHS Foundation Trust" },
  { code: "RAX", name: "Kingston Hospital NHS Foundation Trust" },
];
const SITES = [
  { code: "RQMHH", organisation: "RQM", name: "West Middlesex Hub", type: "hub" },
  { code: "RQM01", organisation: "RQM", name: "Chelsea and Westminster Hospital", type: "main" },
  { code: "RAX01", organisation: "RAX", name: "Kingston Hospital", type: "main" },
] as const;

const store = await openTheStore();
await createInstallation(store, ACTOR, { mode: "demo", demoFirstDay: "2026-12-14" });
for (const organisation of ORGANISATIONS) await saveOrganisation(store, ACTOR, organisation);
for (const site of SITES) await saveSite(store, ACTOR, site);
await createDemoAccounts(store, ACTOR, "RQM");
await store.close();
