import { counted, number } from "../figure-words";
import type { TheatreSession } from "../theatre";
import { whereWords, type HandBreak } from "./hand-break";
import type { ChangedList } from "./hand-change";
import type { HandWeek } from "./hand-week";
import { plannedMinutes } from "./list-breaks";

/** What couples lists beside shared resources: a patient once a day, a surgeon in one place, minutes kept free. */
export function weekBreaks(week: HandWeek, lists: readonly ChangedList[]): HandBreak[] {
  return [...patientBreaks(week, lists), ...surgeonBreaks(week, lists), ...reserveBreaks(week, lists)];
}

function patientBreaks(week: HandWeek, lists: readonly ChangedList[]): HandBreak[] {
  const changing = new Set(lists.map(({ session }) => session));
  return lists.flatMap(({ session, gained }) =>
    gained.flatMap(({ entry }) => {
      const unmoved = week.samePatient(entry, session).filter((one) => !changing.has(one.session));
      const inChanged = lists
        .filter((list) => list.session.date === session.date)
        .flatMap(({ after }) => after);
      const isSame = (other: typeof entry) =>
        other !== entry && other.patientId === entry.patientId && other.issuer === entry.issuer;
      const other = [...unmoved, ...inChanged].find((one) => isSame(one.entry));
      if (!other) return [];
      const where =
        other.session === session ? "is on this list already" : `is in ${whereWords(other.session)}`;
      const sentence = `The same patient ${where}: once a day at most.`;
      return [{ code: "patient_day", lift: "never", sentence, session, entry } as const];
    }),
  );
}

function surgeonBreaks(week: HandWeek, lists: readonly ChangedList[]): HandBreak[] {
  const afterOf = new Map(lists.map(({ session, after }) => [session, after.length]));
  const casesIn = (session: TheatreSession) => afterOf.get(session) ?? week.casesOf(session).length;
  return lists.flatMap(({ session, gained }) => {
    if (gained.length === 0) return [];
    const rival = week.rivalsOf(session).find((other) => casesIn(other) > 0);
    if (!rival) return [];
    const surgeon = session.surgeons.find((code) => rival.surgeons.includes(code));
    const sentence = `${surgeon} operates in ${whereWords(rival)} (${counted(casesIn(rival), "case")}), which overlaps.`;
    return [{ code: "surgeon", lift: "never", sentence, session, entry: null } as const];
  });
}

function reserveBreaks(week: HandWeek, lists: readonly ChangedList[]): HandBreak[] {
  const reserves = new Set(lists.flatMap(({ session }) => week.reservesOf(session)));
  return [...reserves].flatMap((reserve) => {
    const afterOf = new Map(lists.map(({ session, after }) => [session, after]));
    const minutes = (session: TheatreSession, isAfter: boolean) =>
      plannedMinutes(
        (isAfter ? afterOf.get(session) : undefined) ?? week.casesOf(session),
        week.limitsOf(session).turnaround,
      );
    const sum = (isAfter: boolean) =>
      reserve.sessions.reduce((total, session) => total + minutes(session, isAfter), 0);
    const [before, after] = [sum(false), sum(true)];
    const { maxMinutes, treatmentFunction } = reserve;
    if (after <= maxMinutes || after <= before) return [];
    const list = lists.find(({ session, gained }) => gained.length > 0 && reserve.sessions.includes(session));
    if (!list) return [];
    const sentence = `${counted(after - maxMinutes, "minute")} of what ${week.facts.names.specialty(treatmentFunction)} keeps free this week for urgent patients: its lists may fill ${number(maxMinutes)} minutes.`;
    return [{ code: "reserve", lift: "never", sentence, session: list.session, entry: null } as const];
  });
}
