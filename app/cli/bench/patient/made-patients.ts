import type { IsoDate } from "~/domain/calendar";
import { inviteByHand } from "~/services/invitation/invite.server";
import { linkByHand } from "~/services/invitation/link-by-hand.server";
import { loadDemo } from "~/services/load-demo.server";
import { wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { entriesForPlanning } from "~db/waiting-list";
import { commandActor } from "../../installation";

/** A patient with a link, and the two facts by which they are known. */
export interface InvitedPatient {
  /** Path of the link. */
  link: string;
  birthDate: IsoDate;
  hospitalNumber: string;
}

/** Makes the demo's hub of true size and gives some of its adults a link to all questions. */
export async function makePatients(
  store: Store,
  today: IsoDate,
  patients: number,
): Promise<InvitedPatient[]> {
  const actor = commandActor("bench patient");
  const made = await loadDemo(store, actor, today, { weeks: 1, seed: 1 });
  if (made.kind !== "loaded") throw new Error("The folder of the bench holds an installation already.");
  const scope = await wholeScope(store.db);
  const all = await entriesForPlanning(scope, store.db, made.organisation);
  const adults = all.filter(({ entry }) => entry.birthDate < `${Number(today.slice(0, 4)) - 20}`);
  const step = Math.max(1, Math.floor(adults.length / patients));
  const some = adults.filter((_, at) => at % step === 0).slice(0, patients);
  const asked: InvitedPatient[] = [];
  for (const { id, entry } of some) {
    const invited = await inviteByHand(scope, store, actor, { entry: id, part: 2 });
    const link =
      invited.kind === "invited"
        ? await linkByHand(scope, store, actor, { entry: id, id: invited.invitation })
        : null;
    if (link) asked.push({ link, birthDate: entry.birthDate, hospitalNumber: entry.patientId });
  }
  return asked;
}
