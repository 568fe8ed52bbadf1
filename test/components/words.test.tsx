import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { browserName } from "~/components/browser-name";
import { CapacityBar } from "~/components/capacity-bar";
import { dateText, instantText } from "~/components/date-text";
import { pageNumbers } from "~/components/pages";
import { ProgressBar } from "~/components/progress-bar";
import { WaitText } from "~/components/wait-text";
import { frequency } from "~/domain/figure-words";

describe("a probability as a frequency", () => {
  it.each([
    [0, "hardly ever"],
    [0.005, "hardly ever"],
    [0.0051, "1 in 196"],
    [0.09, "1 in 11"],
    [0.24, "1 in 4"],
    [0.5, "1 in 2"],
    [0.501, "more often than not"],
    [0.949, "more often than not"],
    [0.95, "almost certain"],
  ])("%d is %s", (probability, words) => expect(frequency(probability)).toBe(words));
});

describe("dates in words", () => {
  it.each([
    ["2026-12-14", "Monday 14 December 2026", "14 December 2026", "Mon 14 Dec"],
    ["2024-02-29", "Thursday 29 February 2024", "29 February 2024", "Thu 29 Feb"],
    ["1969-12-31", "Wednesday 31 December 1969", "31 December 1969", "Wed 31 Dec"],
    ["2026-03-01", "Sunday 1 March 2026", "1 March 2026", "Sun 1 Mar"],
  ])("%s", (date, long, plain, short) => {
    expect([dateText(date), dateText(date, "date"), dateText(date, "short")]).toEqual([long, plain, short]);
  });

  it("instants are those of London, summer and winter, midnight too", () => {
    expect(instantText(new Date("2026-07-01T08:05:00Z"))).toBe("1 July 2026 at 09:05");
    expect(instantText(new Date("2026-12-01T08:05:00Z"))).toBe("1 December 2026 at 08:05");
    expect(instantText(new Date("2026-06-30T23:00:00Z"))).toBe("1 July 2026 at 00:00");
  });
});

describe("numbers of pages", () => {
  it.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4]],
    [1, 9, [1, 2, 3, null, 9]],
    [5, 9, [1, null, 3, 4, 5, 6, 7, null, 9]],
    [9, 9, [1, null, 7, 8, 9]],
  ])("page %i of %i", (page, pages, expected) => {
    expect(pageNumbers(page, pages)).toEqual(expected);
  });
});

describe("marks", () => {
  const html = renderToStaticMarkup;

  it.each([
    [51, 0],
    [52, 1],
    [64, 1],
    [65, 2],
    [78, 3],
    [104, 4],
  ])("%i weeks carry %i triangles", (weeks, marks) => {
    expect((html(<WaitText weeks={weeks} />).match(/▲/g) ?? []).length).toBe(marks);
  });

  it("a session's bar says its minutes, in words where it stands alone", () => {
    expect(html(<CapacityBar planned={437} length={480} />)).toContain("437 of 480 min (91%)");
    expect(html(<CapacityBar planned={505} length={480} />)).toContain("25 over");
    expect(html(<CapacityBar planned={0} length={0} bare />)).toContain(
      'aria-label="0 of 0 minutes planned, 0%"',
    );
    expect(html(<CapacityBar planned={505} length={480} />)).not.toContain("style=");
  });

  it("a progress bar of unknown length has no value", () => {
    expect(html(<ProgressBar id="p" label="Planning" share={null} />)).not.toContain("value=");
    expect(html(<ProgressBar id="p" label="Planning" share={0.255} />)).toContain('value="26"');
  });

  it("a browser is named by what it says of itself", () => {
    const chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";
    expect(browserName(chrome)).toBe("Chrome on Windows");
    expect(browserName(`${chrome} Edg/141.0`)).toBe("Edge on Windows");
    expect(browserName("curl/8")).toBe("Another program");
  });
});
