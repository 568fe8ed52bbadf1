import { today } from "~/clock.server";
import { counted } from "~/domain/figure-words";
import { handBackPlaces } from "~/services/hand-back.server";
import { withInstallation } from "../installation";
import type { Command } from "./command";

export const handBack: Command = {
  name: "hand-back",
  summary:
    "Hands back the places of patients who are not confirmed fit in time (the setting T-4). The server does so every hour.",
  positionals: [],
  options: {},
  async run() {
    await withInstallation(async (store) => {
      const done = await handBackPlaces(store, today());
      for (const { organisation, week, places } of done)
        console.log(`${organisation}, week of ${week}: ${counted(places, "place")} handed back.`);
      if (done.length === 0) console.log("No place is to be handed back.");
    });
  },
};
