/**
 * expired, worsened: fitness ended, or new answers are worse, and the patient has a date; urgent: the same working day.
 * Of preparation: help: the patient needs help with an action; overdue: one of staff is late; plan: the plan no longer
 * fits; measure: a measure that makes unfit; goingHome: nobody takes the patient home or stays. While they wait:
 * stillWant: the patient is not sure, or says no; dateClash: the patient cannot come on the day of their date; noReply: messages stay without an answer, so somebody calls.
 */
export const TASK_KINDS = [
  "urgent",
  "expired",
  "worsened",
  "help",
  "overdue",
  "plan",
  "measure",
  "goingHome",
  "stillWant",
  "noReply",
  "dateClash",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_ENDS = ["done", "dismissed"] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

/** Whether somebody who ends a task has to say why: always when an urgent one is ended, or any is dismissed. */
export const needsReason = ({ kind, urgent }: { kind: TaskKind; urgent: boolean }, end: TaskEnd): boolean =>
  end === "dismissed" || urgent || kind === "urgent";
