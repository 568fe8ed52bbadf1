import { expect, it } from "vitest";
import { generateHub } from "~/demo/hub";
import { inventTemplates } from "~/demo/templates";
import { addDays } from "~/domain/calendar";
import { firstClash, runsOn } from "~/domain/schedule/template";
import { bankHoliday } from "~/facts/bank-holidays";

const weekStart = "2026-12-14";
const hub = generateHub({ weekStart, planDate: "2026-11-20", weeks: 3 });
const templates = inventTemplates(hub.usualWeek, "2026-11-20", 1);
const days = Array.from({ length: 7 * 8 }, (_, day) => addDays(weekStart, day));

it("makes the usual week of its schedule, with the same surgeons", () => {
  const made = days
    .slice(0, 7)
    .flatMap((date) =>
      templates
        .filter((template) => runsOn(template, date))
        .map(({ site, theatre, start, surgeons }) => [site, theatre, date, start, ...surgeons].join()),
    );
  const usual = hub.usualWeek.map(({ site, theatre, date, start, surgeons }) =>
    [site, theatre, date, start, ...surgeons].join(),
  );
  expect(made.sort()).toEqual(usual.sort());
});

it("has as many sessions in every week, some of them shared by two surgeons", () => {
  const weeks = days.filter((_, day) => day % 7 === 0);
  const counts = weeks.map((monday) => {
    const week = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
    return week.flatMap((date) => templates.filter((template) => runsOn(template, date))).length;
  });
  expect(new Set(counts)).toEqual(new Set([hub.usualWeek.length]));
  expect(templates.length).toBeGreaterThan(hub.usualWeek.length);
});

it("gives no theatre to two at a time", () => {
  const clashing = templates.flatMap((a, at) => templates.slice(at + 1).filter((b) => firstClash(a, b)));
  expect(clashing).toEqual([]);
});

it("has no sessions on bank holidays", () => {
  expect(hub.sessions.filter(({ date }) => bankHoliday(date))).toEqual([]);
  expect(hub.sessions.some(({ date }) => date === "2026-12-24")).toBe(true);
});
