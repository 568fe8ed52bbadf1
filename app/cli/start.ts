import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "~/auth/demo-accounts";
import { requireTrueTime, today } from "~/clock.server";
import { environment } from "~/env.server";
import { roleFacts } from "~/facts/roles";
import { loadDemo } from "~/services/load-demo.server";
import { openTheStore } from "~/store.server";
import { readInstallation } from "~db/organisations";
import type { Store } from "~db/store";
import { failureOf } from "./failure";
import { commandActor, dataPlace } from "./installation";
import { planFirstWeek } from "./start/first-week";

const say = (text: string) => console.log(text);

/** Makes an empty store a demo; says what there is when there is something. */
async function prepare(store: Store): Promise<void> {
  const there = await readInstallation(store.db);
  if (there?.mode === "live") return requireTrueTime("live");
  if (!there) {
    say("Making a demo hub from published NHS waiting times, with invented patients ...");
    const made = await loadDemo(store, commandActor("start"), today(), { weeksBefore: true });
    if (made.kind === "loaded")
      say(
        `  ${made.name}: ${made.entries} entries, ${made.sessions} theatre sessions, to be planned from ${made.firstDay} on`,
      );
  }
  const demo = await readInstallation(store.db);
  if (demo?.demoFirstDay) await planFirstWeek(store, demo.demoFirstDay, say);
  tellSignIns();
}

function tellSignIns(): void {
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length));
  say(`\nDemo sign-ins, all with the password ${DEMO_PASSWORD}`);
  for (const { email, role } of DEMO_ACCOUNTS) say(`  ${email.padEnd(width)}  ${roleFacts(role).name}`);
  say("");
}

/** Prepares the data for the server, which is started next, in a process of its own. */
async function start(): Promise<void> {
  const settings = environment();
  say(`Opening the data in ${dataPlace(settings)} ...`);
  const store = await openTheStore(settings);
  await prepare(store);
  await store.close();
}

start().catch((error: unknown) => {
  const { words, exitCode } = failureOf(error);
  console.error(words);
  process.exit(exitCode);
});
