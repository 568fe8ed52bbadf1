import { setTimeout as delay } from "node:timers/promises";
import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { isFarFewer } from "~/domain/gone-share";
import { logError } from "~/http/error-log";
import { store } from "~/store.server";
import { confirmImport, findImport, leaveImport, type ConfirmOutcome } from "~db/imports";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import { inviteNewlyListed } from "./invitation/invite.server";
import type { FormProblem } from "./import-upload.server";

/** So long a browser waits for its answer; writing that takes longer is watched on the page of the import. */
const PATIENCE = 2_000;

/** What is being written in this process, on globalThis so that a module loaded twice shares it. */
const held = globalThis as { hublistConfirming?: Map<string, Promise<ConfirmOutcome>> };
const confirming = () => (held.hublistConfirming ??= new Map<string, Promise<ConfirmOutcome>>());

/** Whether an import is being written right now. */
export const isBeingWritten = (id: string): boolean => confirming().has(id);

export type ConfirmAnswer =
  | ConfirmOutcome
  /** It takes a while: the page of the import tells when it is done. */
  | { kind: "writing" }
  | { kind: "problems"; problems: FormProblem[] };

/** Confirms an import once, however often it is asked. `acceptsGone`: the person has seen how many are gone. */
export async function confirmUpload(
  user: User,
  scope: Scope,
  id: string,
  acceptsGone: boolean,
): Promise<ConfirmAnswer> {
  const found = await findImport(scope, store().db, id);
  if (found === null) return { kind: "notFound" };
  if (found.state === "uploaded" && isFarFewer(found.counts) && !acceptsGone) {
    return { kind: "problems", problems: [{ field: "acceptsGone", message: TICK }] };
  }
  const writing = confirming().get(id) ?? write(user, scope, id);
  return Promise.race([writing, delay(PATIENCE, { kind: "writing" as const })]);
}

const TICK = "Say that it is right that so many are gone, or leave the import and check the file";

function write(user: User, scope: Scope, id: string): Promise<ConfirmOutcome> {
  const actor = { kind: "user", id: user.id } as const;
  const writing = confirmAndInvite(scope, actor, id);
  confirming().set(id, writing);
  const done = () => void confirming().delete(id);
  // Whoever still waits is told as well; the log must know when nobody does.
  writing.then(done, (error: unknown) => {
    done();
    logError(error, { requestId: "import", method: "CONFIRM", url: "/imports" });
  });
  return writing;
}

/** Whoever came onto the list is asked about their health on the same day. */
async function confirmAndInvite(scope: Scope, actor: Actor, id: string): Promise<ConfirmOutcome> {
  const outcome = await confirmImport(scope, store(), actor, id, today());
  const found = outcome.kind === "confirmed" ? await findImport(scope, store().db, id) : null;
  if (found?.kind === "waiting-list") await inviteNewlyListed(store(), found.organisation, today());
  return outcome;
}

/** Gives an upload up; nothing is changed. */
export async function leaveUpload(user: User, scope: Scope, id: string) {
  return leaveImport(scope, store(), { kind: "user", id: user.id }, id);
}
