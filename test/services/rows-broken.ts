import type { Plan } from "~/domain/plan";
import type { PlanInput } from "~/domain/plan-input";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";

interface Placed {
  entry: WaitingListEntry;
  session: TheatreSession;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const total = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** Rules of the file contract that a plan breaks, read from the rows by none of the planner's code. Bookings excepted. */
export function rowsBroken(input: PlanInput, plan: Plan): string[] {
  const placed = plan.sessions.flatMap(({ sessionId, cases }) =>
    cases.map(({ pathwayId }) => ({
      entry: input.entries.find((each) => each.pathwayId === pathwayId)!,
      session: input.sessions.find((each) => each.sessionId === sessionId)!,
    })),
  );
  const broken = placed.flatMap((one) => ofCase(input, one).map((rule) => `${one.entry.pathwayId}: ${rule}`));
  const days = placed.map(({ entry, session }) => `${entry.patientId} ${session.date}`);
  if (new Set(placed.map(({ entry }) => entry)).size < placed.length) broken.push("placed twice");
  if (new Set(days).size < days.length) broken.push("one patient twice a day");
  return [...broken, ...ofLists(input, placed), ...ofResources(input, placed)];
}

function ofCase({ planDate, policy }: PlanInput, { entry, session }: Placed): string[] {
  const { date } = session;
  const minor = `${Number(entry.birthDate.slice(0, 4)) + 18}${entry.birthDate.slice(4)}` > date;
  const lent = minutesOf(session.end) - minutesOf(session.start) - session.heldMinutes;
  const own = entry.pooled || entry.consultant === null || session.surgeons.includes(entry.consultant);
  const here = [entry.listingSite, ...entry.otherSites].includes(session.site);
  const suits = entry.hubSuitable === true || entry.hubSuitable.includes(session.site);
  const isBooked = entry.tciSession === session.sessionId;
  const rules: [string, boolean][] = [
    ["fitness", ["fit", "optimising"].includes(entry.screening)],
    ["fit in time", (entry.fitFrom ?? date) <= date && date <= (entry.fitUntil ?? date)],
    ["priority", !["P5", "P6"].includes(entry.priority)],
    ["booked", entry.tciDate === null || isBooked],
    ["open", session.status === "open" || (isBooked && session.status === "locked")],
    ["specialty and surgeon", session.treatmentFunctions.includes(entry.treatmentFunction) && own],
    ["site", here && (session.siteType === "main" || suits)],
    ["anaesthetic", session.anaesthetics.includes(entry.anaesthetic)],
    ["child", session.paediatric || !minor],
    ["away", !entry.unavailable.some(({ from, to }) => from <= date && date <= to)],
    ["notice", entry.shortNotice || isBooked || dayOf(date) - dayOf(planDate) >= policy.noticeDays],
    ["length", entry.minutes <= lent],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

function ofLists({ sessions, policy }: PlanInput, placed: readonly Placed[]): string[] {
  const used = sessions.filter((session) => placed.some((each) => each.session === session));
  const clashing = used.some((a, at) =>
    used
      .slice(at + 1)
      .some(
        (b) =>
          a.date === b.date &&
          a.start < b.end &&
          b.start < a.end &&
          a.surgeons.some((surgeon) => b.surgeons.includes(surgeon)),
      ),
  );
  const full = used.filter((session) => {
    const own = placed.filter((each) => each.session === session);
    const { turnaroundMinutes } = policy;
    const between = turnaroundMinutes[session.treatmentFunctions[0]!] ?? turnaroundMinutes.default!;
    const minutes = total(own.map(({ entry }) => entry.minutes)) + between * (own.length - 1);
    const lent = minutesOf(session.end) - minutesOf(session.start) - session.heldMinutes;
    return minutes > lent || own.length > (session.maxCases ?? Infinity);
  });
  return [
    ...(clashing ? ["a surgeon twice at once"] : []),
    ...full.map(({ sessionId }) => `${sessionId} full`),
  ];
}

function ofResources({ resources }: PlanInput, placed: readonly Placed[]): string[] {
  return resources.flatMap(({ site, date, period, resource, quantity }) => {
    const here = placed.filter(({ session }) => session.site === site);
    const today = here.filter(({ session }) => session.date === date);
    const code = resource.replace("equipment:", "");
    const withKit = today.filter(
      ({ session, entry }) =>
        entry.equipment.includes(code) && (period === "am" ? session.start < "13:00" : session.end > "13:00"),
    );
    const nights = here.filter(({ entry, session }) => {
      const night = dayOf(date) - dayOf(session.date);
      return night >= 0 && night < entry.nights;
    });
    const taken: Record<string, number> = {
      bed: nights.length,
      critical_care: today.filter(({ entry }) => entry.criticalCare).length,
      day_case_place: today.filter(({ entry }) => entry.nights === 0).length,
    };
    const units = taken[resource] ?? new Set(withKit.map(({ session }) => session)).size;
    return units > quantity ? [`${resource} at ${site} on ${date} ${period}: ${units} of ${quantity}`] : [];
  });
}
