import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { contactStanding, type Contact } from "~/domain/perioperative/check-in/contact-standing";
import { likelyWait, remainingWait } from "~/domain/perioperative/likely-wait";

const LISTED = "2026-06-01";
const after = (days: number) => addDays(LISTED, days);
const standing = (more: Partial<Contact>, on: string) =>
  contactStanding(
    { listedOn: LISTED, heardOn: null, askedOn: null, open: false, call: false, ...more },
    84,
    on,
  );

describe("the contact with a patient who waits", () => {
  it("is due 84 days after the listing, not a day before", () => {
    expect(standing({}, after(83))).toMatchObject({ state: "notYet", dueOn: after(84), days: 83 });
    expect(standing({}, after(84))).toMatchObject({ state: "due", days: 84 });
  });

  it("is due 84 days after they were heard of", () => {
    expect(standing({ heardOn: after(10) }, after(93)).state).toBe("notYet");
    expect(standing({ heardOn: after(10) }, after(94)).state).toBe("due");
  });

  it("is asked for once, until they answer", () => {
    const asked = { askedOn: after(84), open: true };
    expect(standing(asked, after(100)).state).toBe("asked");
    expect(standing({ ...asked, open: false, heardOn: after(90) }, after(100)).state).toBe("notYet");
    expect(standing({ ...asked, heardOn: after(90) }, after(100)).state).toBe("notYet");
  });

  it("of who never answered is due again as many days after they were asked", () => {
    const never = { askedOn: after(84), open: false };
    expect(standing(never, after(167)).state).toBe("notYet");
    expect(standing(never, after(168)).state).toBe("due");
  });

  it("is a call while somebody is to call, whatever else", () => {
    expect(standing({ call: true }, after(1)).state).toBe("call");
    expect(standing({ call: true, askedOn: after(84), open: true }, after(110)).state).toBe("call");
  });
});

describe("the likely remaining wait", () => {
  const byWeeks = [...Array<number>(20).fill(10), ...Array<number>(20).fill(4)];

  it("is the middle half of those who had waited longer, counted from now", () => {
    expect(remainingWait(byWeeks, 0)).toEqual(likelyWait(byWeeks));
    expect(remainingWait(byWeeks, 20)).toEqual({ from: 5, to: 15, patients: 80 });
  });

  it("is not told where fewer than 30 had waited longer", () => {
    expect(remainingWait(byWeeks, 32)).toMatchObject({ patients: 32 });
    expect(remainingWait(byWeeks, 33)).toBeNull();
    expect(remainingWait(byWeeks, 400)).toBeNull();
  });
});
