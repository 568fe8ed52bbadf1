import { expect, it } from "vitest";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions } from "./given-hub";
import { A_TEMPLATE } from "./scope-known";

onEachEngine("equipment that is known", (given, load) => {
  const known = load(() => Promise.all([import("~db/known-equipment"), import("~db/session-templates")]));

  it("is what cases and templates of the organisation name, each once", async () => {
    const { store } = given;
    const [{ knownEquipment }, { insertTemplate }] = known();
    await givenHub(store);
    await importSessions(store, [aSession({ site: "RQM01", theatre: "T1" })]);
    await importEntries(store, [
      anEntry({ pathwayId: "PP1", equipment: ["XRAY", "CARM"] }),
      anEntry({ pathwayId: "PP2", patientId: "L2", nhsNumber: null, equipment: ["CARM"] }),
    ]);
    expect(await knownEquipment(HUB, store.db, "RQM")).toEqual(["CARM", "XRAY"]);
    await store.commit(ACTOR, "template.add", (tx) =>
      insertTemplate(tx, "RQM", { ...A_TEMPLATE, equipment: ["ROBOT"] }),
    );
    expect(await knownEquipment(HUB, store.db, "RQM")).toEqual(["CARM", "ROBOT", "XRAY"]);
    expect(await knownEquipment(HUB, store.db, "RKE")).toEqual([]);
  });
});
