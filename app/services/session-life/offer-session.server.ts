import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { eligibilityContext } from "~/domain/eligibility/eligibility";
import { leaveOf } from "~/domain/leave";
import { ResourceIndex } from "~/domain/resource-index";
import { cannotStay, offerSteps, type OfferStep, type Team } from "~/domain/six-four-two/offer";
import { pageNames } from "~/facts/sentence-names";
import { leaveWithin } from "~db/leave";
import { placedCases } from "~db/placed-cases";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { fileTeam, setSessionDetail } from "~db/session-details";
import { siteNames, wholeScope } from "~db/organisations";
import { entriesById } from "~db/waiting-list";
import type { FieldProblem } from "../form-fields.server";
import { changeSession, type ChangeAsked, type Changing, type SessionAnswer } from "./change-session.server";

/** Offers a session that its owner will not use. */
export function offerSession(
  user: User,
  scope: Scope,
  asked: ChangeAsked & { reason: string },
): Promise<SessionAnswer> {
  const event = { kind: "offered", reason: asked.reason } as const;
  return changeSession(user, scope, asked, event, async (changing) => whyNotNow(changing, "offer"));
}

/** Gives an offered session to other surgeons or specialties; refused where placed cases could not stay with them. */
export function takeSession(
  user: User,
  scope: Scope,
  asked: ChangeAsked & Team & { reason: string },
): Promise<SessionAnswer> {
  const { surgeons, treatmentFunctions, reason } = asked;
  const event = { kind: "taken", reason, detail: { surgeons, treatmentFunctions } } as const;
  return changeSession(user, scope, asked, event, async (changing) => {
    const { tx, held, about } = changing;
    const team = { surgeons, treatmentFunctions };
    const problems = [
      ...((await whyNotNow(changing, "take")) ?? []),
      ...(await onLeave(scope, changing, surgeons)),
      ...(await leftBehind(scope, changing, team)),
    ];
    if (problems.length > 0) return problems;
    await setSessionDetail(tx, held.id, team, about);
    return null;
  });
}

/** Gives a session back to its owner: the team that the file or the schedule names. */
export function giveSessionBack(
  user: User,
  scope: Scope,
  asked: ChangeAsked & { reason: string },
): Promise<SessionAnswer> {
  const event = { kind: "givenBack", reason: asked.reason } as const;
  return changeSession(user, scope, asked, event, async (changing) => {
    const { tx, held, about } = changing;
    const refused = await whyNotNow(changing, "giveBack");
    if (refused) return refused;
    const owner = await fileTeam(tx.db, held.id);
    const problems = await leftBehind(scope, changing, owner);
    if (problems.length > 0) return problems;
    await setSessionDetail(tx, held.id, { surgeons: null, treatmentFunctions: null }, about);
    return null;
  });
}

const NOT_NOW: Record<OfferStep, string> = {
  offer: "The session is on offer already, or closed",
  take: "Only a session that is on offer can be taken: offer it first",
  giveBack: "Only a session that is on offer or was taken can be given back",
};

async function whyNotNow({ state, held }: Changing, step: OfferStep): Promise<FieldProblem[] | null> {
  const allowed = offerSteps(state, held.session.status).includes(step);
  return allowed ? null : [{ field: "", message: NOT_NOW[step] }];
}

async function onLeave(scope: Scope, { tx, held }: Changing, surgeons: string[]): Promise<FieldProblem[]> {
  const { date, start, end } = held.session;
  const day = { from: date, until: addDays(date, 1) };
  const leave = await leaveWithin(scope, tx.db, day, held.organisation);
  return leaveOf(leave, { date, start, end, surgeons, anaesthetist: "" }).map(({ person, from, to }) => ({
    field: "surgeons",
    message: `${person} is on leave from ${from} to ${to}: choose somebody else, or withdraw the leave`,
  }));
}

/** The placed cases that would lose their place, by name of the entry. */
async function leftBehind(scope: Scope, { tx, held }: Changing, team: Team): Promise<FieldProblem[]> {
  const { organisation, session, id } = held;
  const day = { from: session.date, until: addDays(session.date, 1) };
  const placed = (await placedCases(scope, tx.db, day, organisation)).filter((one) => one.session === id);
  // Who stands on the list counts, wherever they were listed.
  const whole = { organisations: [organisation], sites: (await wholeScope(tx.db)).sites };
  const entries = await entriesById(
    whole,
    tx.db,
    placed.map(({ entry }) => entry),
  );
  const { policy } = (await currentPolicy(whole, tx.db, organisation))!;
  const names = pageNames(today(), await siteNames(tx.db));
  const context = eligibilityContext(today(), policy, new ResourceIndex([]), names);
  return cannotStay(
    session,
    team,
    [...entries.values()].map(({ entry }) => entry),
    context,
  ).map(({ entry, sentence }) => ({
    field: "",
    message: `Case ${entry.pathwayId} could not stay: ${sentence} Move it or take it out first`,
  }));
}
