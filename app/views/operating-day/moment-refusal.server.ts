import { instantText } from "~/components/date-text";
import { clashWords, tooEarlyWords } from "~/components/operating-day/outcome-words";
import { momentWords } from "~/components/operating-day/moment-words";
import type { CaseMoment, MomentRecord } from "~/domain/operating-day/moments";
import type { MomentOutcome } from "~/services/operating-day/record-moment.server";
import { actorNames } from "~/views/actor-names.server";

type Refused = Exclude<MomentOutcome, { kind: "recorded" | "notFound" }>;

/** Why a moment was not recorded, and what stands instead. */
export async function refusalOfMoment(outcome: Refused, moment: CaseMoment): Promise<string> {
  if (outcome.kind === "already")
    return `${momentWords(moment)} was recorded before, ${await byWhom(outcome.record)}. That time stands.`;
  if (outcome.kind === "changedSince")
    return outcome.record
      ? `Somebody changed this time since you opened the page, ${await byWhom(outcome.record)}. Look at it below; nothing of yours was recorded.`
      : "This time is no longer recorded. Nothing was changed.";
  if (outcome.kind === "clash") return `${clashWords(moment, outcome.clash)}.`;
  if (outcome.kind === "tooEarly") return tooEarlyWords(outcome.date);
  if (outcome.kind === "tooSoon")
    return `This came right after the last tap and was taken for a double tap. Tap ${momentWords(moment).toLowerCase()} again if it has happened.`;
  if (outcome.kind === "timeNeeded") return "This day is over: enter the time at which it happened.";
  return "This case no longer stands on this list: it was moved or cancelled. Nothing was recorded.";
}

async function byWhom({ by, at, happenedAt }: MomentRecord): Promise<string> {
  const names = await actorNames([by]);
  const what =
    happenedAt === null ? "taken back" : `as ${instantText(new Date(happenedAt)).split(" at ")[1]}`;
  return `${what}, by ${names(by)} on ${instantText(new Date(at))}`;
}
