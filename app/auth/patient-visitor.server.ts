import type { AppLoadContext } from "@remix-run/node";
import { invitationRule } from "~/facts/invitation";
import { store } from "~/store.server";
import type { Invitation } from "~db/invitations";
import { findDevice, touchDevice, type PatientDevice } from "~db/patient-devices";
import { organisationScope } from "~db/organisations";
import { findEntry } from "~db/waiting-list";
import { readPatientToken } from "./patient-cookie.server";
import { expiry, isDueForNote } from "./sign-in-lifetime";
import { tokenHash } from "./token.server";

/** Somebody who passed the identity form of a link, in this browser. */
export interface PatientVisitor {
  device: PatientDevice;
  invitation: Invitation;
}

/** How long a patient's browser is trusted. */
export const deviceLifetime = () => ({
  idleMinutes: invitationRule("idleMinutes"),
  hours: invitationRule("deviceHours"),
});

async function identifyDevice(request: Request, https: boolean): Promise<PatientVisitor | null> {
  const token = await readPatientToken(request, https);
  if (!token) return null;
  const now = store().now();
  const found = await findDevice(store().db, tokenHash(token), now);
  if (!found || found.invitation.revokedAt !== null) return null;
  const { device, invitation } = found;
  if (isDueForNote(device.lastSeenAt, now, deviceLifetime())) {
    const until = expiry(device.createdAt, now, deviceLifetime());
    const actor = { kind: "patient", invitation: invitation.id } as const;
    await touchDevice(store(), actor, device.id, until, invitation);
  }
  return { device, invitation: await whereListed(invitation) };
}

/** The invitation at the site that lists its patient by now: what they say goes to that site's staff. */
async function whereListed(invitation: Invitation): Promise<Invitation> {
  const { db } = store();
  const held = await findEntry(await organisationScope(db, invitation.organisation), db, invitation.entry);
  return held ? { ...invitation, site: held.entry.listingSite } : invitation;
}

/** Several loaders answer one request: they ask the store once. */
const asked = new WeakMap<AppLoadContext, Promise<PatientVisitor | null>>();

/** The patient, or who answers for them, in this browser; null: nobody who said who they are. */
export function patientVisitorOf(request: Request, context: AppLoadContext): Promise<PatientVisitor | null> {
  const known = asked.get(context);
  if (known) return known;
  const found = identifyDevice(request, context.https);
  asked.set(context, found);
  return found;
}
