import { addDays, dayNumber, type IsoDate } from "../../calendar";

/** Who an action of a preparation plan is for. */
export const OWNERS = [
  "patient",
  "nurse",
  "coordinator",
  "gp",
  "anaesthetist",
  "surgicalTeam",
  "pharmacist",
  "specialistNurse",
  "physiotherapist",
  "dietitian",
  "smokingService",
  "alcoholService",
  "socialPrescriber",
] as const;
export type Owner = (typeof OWNERS)[number];

/** Whether an owner works on a day: patients on every day, everybody else on working days of England. */
export function worksOn(owner: Owner, date: IsoDate, isHoliday: (date: IsoDate) => boolean): boolean {
  return owner === "patient" || (!isWeekend(date) && !isHoliday(date));
}

/** Day 0 of day numbers was a Thursday. */
const isWeekend = (date: IsoDate): boolean => (((dayNumber(date) + 3) % 7) + 7) % 7 >= 5;

/** The last day on or before `date` on which an owner works; not before `earliest`, where the first one after counts. */
export function workingDayBy(
  owner: Owner,
  date: IsoDate,
  earliest: IsoDate,
  isHoliday: (date: IsoDate) => boolean,
): IsoDate {
  let day = date < earliest ? earliest : date;
  while (!worksOn(owner, day, isHoliday) && day > earliest) day = addDays(day, -1);
  while (!worksOn(owner, day, isHoliday)) day = addDays(day, 1);
  return day;
}
