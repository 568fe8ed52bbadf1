import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { firstClash, type SessionTemplate } from "~/domain/schedule/template";
import { store } from "~/store.server";
import type { Tx } from "~db/commit";
import { ensureTheatre } from "~db/made-sessions";
import type { Scope } from "~db/scope";
import {
  findTemplate,
  insertTemplate,
  listTemplates,
  updateTemplate,
  type TemplateGiven,
} from "~db/session-templates";
import type { FieldProblem } from "../form-fields.server";

export type TemplateAnswer =
  | { kind: "saved"; id: string }
  | { kind: "refused"; problems: FieldProblem[] }
  /** Somebody changed it after the form was opened; their change stands. */
  | { kind: "changedSince" }
  | { kind: "notFound" };

/** Adds a template, unless another one holds the theatre at that time. Sent twice, it is there once. */
export async function addTemplate(
  user: User,
  scope: Scope,
  organisation: string,
  given: TemplateGiven,
): Promise<TemplateAnswer> {
  if (!scope.organisations.includes(organisation) || !scope.sites.includes(given.site))
    return { kind: "notFound" };
  return store().commit(actorOf(user), "template.add", async (tx) => {
    const held = await listTemplates(scope, tx.db, organisation);
    const twin = held.find((one) => isSame(one, given));
    if (twin) return { kind: "saved", id: twin.id };
    const problems = clashProblems(given, held);
    if (problems) return { kind: "refused", problems };
    await ensureTheatre(tx, organisation, given);
    return { kind: "saved", id: await insertTemplate(tx, organisation, given) };
  });
}

/** Changes a template; sessions that it made already stay as they are. `base`: the revision that the form showed. */
export async function changeTemplate(
  user: User,
  scope: Scope,
  id: string,
  base: number,
  given: TemplateGiven,
): Promise<TemplateAnswer> {
  if (!scope.sites.includes(given.site)) return { kind: "notFound" };
  return changing(user, scope, { id, base, action: "template.change" }, async (tx, held) => {
    if (isSame(held, given)) return { kind: "saved", id };
    const others = await listTemplates(scope, tx.db, held.organisation);
    const problems = clashProblems(
      given,
      others.filter((other) => other.id !== id),
    );
    if (problems) return { kind: "refused", problems };
    await ensureTheatre(tx, held.organisation, given);
    await updateTemplate(tx, held, given);
    return { kind: "saved", id };
  });
}

/** Ends a template with its last day. */
export async function endTemplate(
  user: User,
  scope: Scope,
  id: string,
  base: number,
  lastDay: IsoDate,
): Promise<TemplateAnswer> {
  return changing(user, scope, { id, base, action: "template.end" }, async (tx, held) => {
    if (held.validUntil !== null && held.validUntil < lastDay) {
      const message = `It ends on ${held.validUntil} already: to let it go on, change it`;
      return { kind: "refused", problems: [{ field: "lastDay", message }] };
    }
    if (lastDay < held.validFrom) {
      const message = `The last day must not be before its first, ${held.validFrom}`;
      return { kind: "refused", problems: [{ field: "lastDay", message }] };
    }
    await updateTemplate(tx, held, { validUntil: lastDay });
    return { kind: "saved", id };
  });
}

interface Change {
  id: string;
  base: number;
  action: string;
}

function changing(
  user: User,
  scope: Scope,
  { id, base, action }: Change,
  change: (tx: Tx, held: SessionTemplate) => Promise<TemplateAnswer>,
): Promise<TemplateAnswer> {
  return store().commit(actorOf(user), action, async (tx): Promise<TemplateAnswer> => {
    const held = await findTemplate(scope, tx.db, id);
    if (!held) return { kind: "notFound" };
    return held.revision === base ? change(tx, held) : { kind: "changedSince" };
  });
}

function clashProblems(given: TemplateGiven, others: readonly SessionTemplate[]): FieldProblem[] | null {
  for (const other of others) {
    const date = firstClash(given, other);
    if (date === null) continue;
    const message =
      `${other.theatre} is held from ${other.start} to ${other.end} by another session of the schedule, first on ` +
      `${date} (${other.treatmentFunctions.join(", ")}, ${other.surgeons.join(", ") || "no surgeon named"}): ` +
      "choose other times, weeks or dates, or end that one first";
    return [{ field: "start", message }];
  }
  return null;
}

function isSame(held: SessionTemplate, given: TemplateGiven): boolean {
  return Object.entries(given).every(
    ([property, value]) => JSON.stringify(held[property as keyof TemplateGiven]) === JSON.stringify(value),
  );
}

const actorOf = (user: User) => ({ kind: "user", id: user.id }) as const;
