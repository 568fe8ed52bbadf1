import type { WhomToCallView } from "~/components/patient/whom-to-call";
import { store } from "~/store.server";
import { listSites } from "~db/organisations";
import { currentSettings } from "~db/workspace-settings";

/** Whom patients of a site call, as the settings of its letters say. */
export async function whomToCall(where: { organisation: string; site: string }): Promise<WhomToCallView> {
  const own = { organisations: [where.organisation], sites: [where.site] };
  const { settings } = await currentSettings(own, store().db, where.organisation);
  const [site] = await listSites(own, store().db);
  const contact = settings.letters[where.site];
  return { hospital: site?.name ?? "the hospital", phone: contact?.phone ?? "", hours: contact?.hours ?? "" };
}
