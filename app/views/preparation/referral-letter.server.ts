import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { WhomToCallView } from "~/components/patient/whom-to-call";
import { ageOn } from "~/domain/age";
import type { IsoDate } from "~/domain/calendar";
import { letterReadings, type LetterReadings } from "~/domain/perioperative/preparation/letter";
import { sourceWords } from "~/domain/perioperative/questionnaire/response-source";
import { actionOf, actionSet } from "~/services/preparation/action-set.server";
import { surgeryDate } from "~/services/preparation/suggest-now.server";
import { latestAnswers } from "~/services/questionnaire/latest-answers.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { currentPlans } from "~db/preparation/plans";
import { assessmentsOfEntry } from "~db/screening/assessments";
import type { Scope } from "~db/scope";
import { actorNames } from "../actor-names.server";
import { nhsNumberShown } from "../entry-words";
import { whomToCall } from "../patient/whom-to-call.server";
import { measuresShown } from "../triage/card-records.server";
import { answerWords, questionWords } from "../triage/rule-words";
import { addressed, ownerOf, type Addressed } from "./plan-paper.server";
import { planPatient } from "./plan-patient.server";

/** A referral letter, written for a person to read, sign and send. */
export interface ReferralLetter extends Addressed {
  id: string;
  to: string;
  asks: string;
  /** In a clinician's words; of an action in a nurse's own words, those. */
  title: string;
  staffText: string;
  because: string[];
  readings: LetterReadings;
  /** Who answered, and when; null: nobody has. */
  answered: { by: string; at: string } | null;
  by: string;
  due: IsoDate | null;
  procedure: string;
  birthDate: IsoDate;
  age: number;
  /** The date that the patient knows of; null: none. */
  surgeryOn: IsoDate | null;
  nhsNumber: string;
  phone: string;
  call: WhomToCallView;
}

/** The letter of one action's referral; null: the plan that counts has no such referral. */
export async function referralLetter(
  user: User,
  scope: Scope,
  id: string,
  item: string,
): Promise<ReferralLetter | null> {
  const found = await planPatient(user, scope, id, "referral letter");
  const { db } = store();
  const [plan] = found ? await currentPlans(scope, db, [id]) : [];
  const action = plan?.content.items.find((one) => one.id === item);
  if (!found || !plan || !action?.referral) return null;
  const { entry } = found.held;
  const { name, asks } = actionSet().referrals[action.referral];
  const answers = await latestAnswers(db, id);
  return {
    ...{ id, asks, to: name, staffText: action.staffText, because: action.because, due: action.due },
    title: actionOf(item)?.letter?.title ?? action.title,
    readings: await readingsOf(scope, id, item),
    answered: answers && { by: sourceWords(answers.source), at: answers.completedAt },
    procedure: procedureInFull(entry),
    ...{ birthDate: entry.birthDate, age: ageOn(entry.birthDate, today()) },
    surgeryOn: await surgeryDate(db, found.held),
    by: (await actorNames([plan.by]))(plan.by),
    nhsNumber: entry.nhsNumber ? nhsNumberShown(entry.nhsNumber) : "",
    phone: entry.details.mobile,
    call: await whomToCall(ownerOf(found.held)),
    ...addressed(found.held),
  };
}

async function readingsOf(scope: Scope, id: string, item: string): Promise<LetterReadings> {
  const letter = actionOf(item)?.letter;
  if (!letter) return { lines: [], lacking: [] };
  const [latest] = await assessmentsOfEntry(scope, store().db, id);
  const measures = (await measuresShown(scope, id, today())).filter(({ counts }) => counts);
  const { readings } = actionSet();
  const facts = latest?.content.facts ?? {};
  return letterReadings(letter, { readings, measures, facts, questionWords, answerWords });
}
