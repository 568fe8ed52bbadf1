import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { today } from "~/clock.server";
import { generateHub } from "~/demo/hub";
import { resourcesCsv } from "~/export/resources";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import { demoFirstDay } from "~/services/load-demo.server";
import { Refusal, type Command } from "./command";
import { DEMO_OPTIONS, readDemoOptions } from "./demo-options";

/** Writes into a folder, making it; words when that cannot be done. */
function writeFiles(folder: string, files: Record<string, string>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refusal(`--out ${folder}: the files cannot be written there (${code}).`);
  }
}

export const demoFiles: Command = {
  name: "demo-files",
  summary: "Writes the planner's files of a demo hub: waiting-list.csv, sessions.csv, resources.csv.",
  positionals: [],
  options: {
    out: {
      type: "string",
      value: "DIR",
      words: "Folder to write to; made when it is not there",
      required: true,
    },
    ...DEMO_OPTIONS,
  },
  async run(given) {
    const planDate = today();
    const hub = generateHub({ ...readDemoOptions(given), planDate, weekStart: demoFirstDay(planDate) });
    const folder = resolve(given.required("out"));
    writeFiles(folder, {
      "waiting-list.csv": waitingListCsv(hub.entries),
      "sessions.csv": sessionsCsv(hub.sessions),
      "resources.csv": resourcesCsv(hub.resources),
    });
    console.log(`Wrote ${hub.entries.length} entries and ${hub.sessions.length} sessions to ${folder}.`);
    console.log(`They suit the plan date ${planDate}.`);
  },
};
