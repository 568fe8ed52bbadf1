/**
 * expired, worsened: fitness ended, or new answers are worse, and the patient has a date; urgent: the same working day.
 */
export const TASK_KINDS = ["urgent", "expired", "worsened"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_ENDS = ["done", "dismissed"] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

/** Whether somebody who ends a task has to say why: always when an urgent one is ended, or any is dismissed. */
export const needsReason = ({ kind, urgent }: { kind: TaskKind; urgent: boolean }, end: TaskEnd): boolean =>
  end === "dismissed" || urgent || kind === "urgent";
