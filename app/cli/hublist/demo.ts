import { today } from "~/clock.server";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "~/auth/demo-accounts";
import { environment } from "~/env.server";
import { loadDemo } from "~/services/load-demo.server";
import { openTheStore } from "~/store.server";
import { commandActor, dataPlace } from "../installation";
import { Refusal, type Command } from "./command";
import { readDemoOptions, DEMO_OPTIONS } from "./demo-options";

export const demo: Command = {
  name: "demo",
  summary:
    "Makes a demo installation in an empty data folder, without planning its first week. npm start does it all.",
  positionals: [],
  options: DEMO_OPTIONS,
  async run(given) {
    const options = readDemoOptions(given);
    const store = await openTheStore();
    try {
      const made = await loadDemo(store, commandActor("hublist demo"), today(), options);
      if (made.kind === "alreadyCreated")
        throw new Refusal(
          `There is an installation in ${dataPlace(environment())} already. Nothing was changed.`,
        );
      const { name, entries, sessions, firstDay } = made;
      console.log(`Made a demo of ${name}: ${entries} entries, ${sessions} sessions from ${firstDay} on.`);
      console.log(`Sign in as ${DEMO_ACCOUNTS[0]!.email} with ${DEMO_PASSWORD}.`);
    } finally {
      await store.close();
    }
  },
};
