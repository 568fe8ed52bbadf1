import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import type { Scope } from "~db/scope";
import type { HeldEntry } from "~db/waiting-list";
import { ownPlan, type OwnPlan } from "./patient-plan.server";
import { planPatient } from "./plan-patient.server";

/** Whom a paper goes to or is about. */
export interface Addressed {
  name: string;
  address: string[];
  reference: string;
  writtenOn: IsoDate;
}

/** A plan on paper. */
export interface PlanPaper extends Addressed {
  id: string;
  plan: OwnPlan;
  /** The patient needs large print. */
  large: boolean;
}

/** Whom the paper of an entry goes to or is about, as of today. */
export const addressed = ({ entry }: HeldEntry): Addressed => ({
  name: [entry.details.givenName, entry.details.familyName].filter(Boolean).join(" ") || entry.patientId,
  address: [...entry.details.address.split(/[,\n]/), entry.details.postcode]
    .map((line) => line.trim())
    .filter(Boolean),
  reference: entry.patientId,
  writtenOn: today(),
});

/** Whose plan it is, and at which site. */
export const ownerOf = ({ id, organisation, entry }: HeldEntry) => ({
  ...{ organisation, entry: id, site: entry.listingSite },
});

/** The confirmed plan of a patient in scope, to print; null: there is none. */
export async function planPaper(user: User, scope: Scope, id: string): Promise<PlanPaper | null> {
  const found = await planPatient(user, scope, id, "printed preparation plan");
  const own = found && (await ownPlan(ownerOf(found.held)));
  if (!found || !own) return null;
  const large = /large print/i.test(found.held.entry.details.reasonableAdjustments);
  return { id, plan: own.plan, large, ...addressed(found.held) };
}
