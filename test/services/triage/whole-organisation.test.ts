import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { action as saveActions } from "~/routes/triage.preparation";
import { action as saveRules } from "~/routes/triage.rules";
import { action as actOnText } from "~/routes/triage.preparation_.texts";
import { textsPage } from "~/views/preparation/texts-page.server";
import { actionsPage } from "~/views/preparation/actions-page.server";
import { mayAnywhere, scopeFor, type Grant } from "~/auth/grants";
import type { User } from "~/auth/visitor.server";
import { listSites } from "~db/organisations";
import { context, givenInstallation, givenUser, requestOf, type Given } from "../../auth/given-installation";

const ROLE = "clinician";
const SITE = { organisation: "RQM", site: "RQM01" };
let given: Given;
const users = { site: "", whole: "" };
beforeAll(async () => {
  given = await givenInstallation("live");
  users.site = await givenUser(given.store, "site@nhs.net", ROLE, SITE);
  users.whole = await givenUser(given.store, "whole@nhs.net", ROLE);
});
afterAll(() => given.close());

async function status(
  act: typeof actOnText | typeof saveActions | typeof saveRules,
  who: keyof typeof users,
  path: string,
) {
  const fields = { does: "entered", topic: "fasting", base: "0", text: "Words.", reason: "Agreed" };
  const body = new URLSearchParams(fields);
  const request = await requestOf(users[who], path, { method: "POST", body });
  const answer: unknown = await act({ request, params: {}, context: context() }).catch(
    (thrown: unknown) => thrown,
  );
  return answer instanceof Response ? answer.status : (answer as { init: { status: number } }).init.status;
}

describe("what counts for all sites", () => {
  it.each([
    ["/triage/preparation", saveActions],
    ["/triage/preparation/texts", actOnText],
    ["/triage/rules", saveRules],
  ])("is changed at %s by a role of the whole organisation alone", async (path, act) => {
    expect(await status(act, "site", path)).toBe(403);
    expect(await status(act, "whole", path)).not.toBe(403);
    expect(await status(act, "site", `${path}?site=RQM01`)).not.toBe(403);
  });

  it("has no fields for who may change one site", async () => {
    const sites = await listSites({ organisations: ["RQM"], sites: ["RQM01", "RQMHH"] }, given.store.db);
    const pages = async (site: string | null, shown: string) => {
      const grants: Grant[] = [{ role: ROLE, organisation: "RQM", site }];
      const scope = scopeFor(grants, "screening.view", sites);
      const user = {
        ...{ grants, sites },
        may: (one: Parameters<User["may"]>[0]) => mayAnywhere(grants, one),
        scope: () => scope,
      } as unknown as User;
      const texts = (await textsPage(user, scope, "RQM", shown))!;
      return [texts.mayEnter, (await actionsPage(user, scope, "RQM", shown))!.mayEdit];
    };
    expect(await pages("RQM01", "")).toEqual([false, false]);
    expect(await pages("RQM01", "RQM01")).toEqual([true, true]);
    expect(await pages(null, "")).toEqual([true, true]);
  });
});
