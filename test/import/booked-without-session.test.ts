import { expect, it } from "vitest";
import { readSessions } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";
import { warnBookedWithoutSession } from "~/import/waiting-list-doubts";
import { CONTEXT, csv, ENTRY, SESSION, words } from "./example-rows";

const sessions = readSessions(
  csv([
    { ...SESSION, date: "2026-12-14" },
    { ...SESSION, session_id: "S2", date: "2026-12-18", status: "closed" },
  ]),
  CONTEXT,
).rows;
const booked = (date: string, session: string) =>
  readWaitingList(csv([{ ...ENTRY, TCI_Date: date, LOCAL_TCI_Session: session }]), CONTEXT).rows;

it.each([
  ["2026-12-13", "", 0],
  ["2026-12-14", "", 1],
  ["2026-12-18", "", 1],
  ["2026-12-19", "", 0],
  ["2026-12-16", "S00001", 0],
  ["", "", 0],
])("a TCI date of %j in session %j gives %i warnings", (date, session, count) => {
  expect(warnBookedWithoutSession(booked(date, session), sessions, "list.csv")).toHaveLength(count);
});

it("says what it means, and is silent without sessions", () => {
  expect(words(warnBookedWithoutSession(booked("2026-12-16", ""), sessions, "list.csv"))).toEqual([
    "2 TCI_Date: This date lies between the first and last session, but LOCAL_TCI_Session names none: " +
      "its theatre time is not kept free.",
  ]);
  expect(warnBookedWithoutSession(booked("2026-12-16", ""), [], "list.csv")).toEqual([]);
});
