import { eraseAuditValues } from "~db/audit/erase";
import { wholeScope } from "~db/organisations";
import { subjectsOfEntries } from "~db/patient-subjects";
import { findPatientByNumber } from "~db/patients";
import type { Store } from "~db/store";
import { entriesOfPatient } from "~db/waiting-list";
import { commandActor, withInstallation } from "../installation";
import { Refusal, type Command, type Given } from "./command";

/** Everything that the audit may hold values of, by id: the patient, their entries, and what they were asked and sent. */
async function subjectsOf(given: Given, store: Store): Promise<string[]> {
  const scope = await wholeScope(store.db);
  const organisation = given.required("organisation");
  const number = given.required("hospital-number");
  const patients = await findPatientByNumber(scope, store.db, organisation, number);
  if (patients.length === 0)
    throw new Refusal(`--hospital-number ${number}: no patient of ${organisation} has this number.`);
  const entries = await Promise.all(patients.map((id) => entriesOfPatient(scope, store.db, id)));
  const ids = entries.flat().map(({ id }) => id);
  return [...patients, ...ids, ...(await subjectsOfEntries(store.db, ids))];
}

export const eraseValues: Command = {
  name: "erase-values",
  summary:
    "Erases what the audit says of one patient before and after each change. Who did what and when stays, and the audit stays whole.",
  positionals: [],
  options: {
    organisation: { type: "string", value: "CODE", words: "ODS code of the organisation", required: true },
    "hospital-number": {
      type: "string",
      value: "NUMBER",
      words: "The patient's hospital number",
      required: true,
    },
    reason: {
      type: "string",
      value: "TEXT",
      words: "Why, such as the number of the request",
      required: true,
    },
  },
  async run(given) {
    await withInstallation(async (store) => {
      const subjectIds = await subjectsOf(given, store);
      const subject = {
        organisation: given.required("organisation"),
        site: "",
        subjectKind: "patient",
        subjectIds,
      };
      const actor = commandActor("hublist erase-values");
      const { erased } = await eraseAuditValues(store, actor, subject, given.required("reason"));
      console.log(`Erased the values of ${erased} audit entries. The waiting list itself was not changed.`);
    });
  },
};
