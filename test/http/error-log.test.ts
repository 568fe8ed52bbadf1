import { describe, expect, it } from "vitest";
import { data } from "@remix-run/node";
import { BodyTooLargeError } from "~/http/body-limit";
import { errorEntry, isDefect, pathPattern } from "~/http/error-log";
import { plainPage } from "~/http/plain-page";
import { newRequestId } from "~/http/request-id";

describe("the log", () => {
  it.each([
    ["/entries/RQM/PP0001?q=Testsson#x", "/entries/RQM/…"],
    ["http://hub.example/week/2026-12-14?name=Testsson", "/week/…"],
    ["/users/new", "/users/new"],
    ["/q/abcd-efgh-jkmn", "/q/…"],
    ["/q/abcd-efgh-jkmn/new-link", "/q/…/new-link"],
    ["/entries/Tests%20son", "/entries/…"],
    ["", ""],
  ])("%s is written as %s", (url, pattern) => {
    expect(pathPattern(url)).toBe(pattern);
  });

  it("holds kind, code and place of an error and of its cause, and no message", () => {
    const cause = Object.assign(new TypeError("999 000 0018"), { code: "SQLITE_CONSTRAINT" });
    const error = new Error("Failed query: Testsson\n    at home with Testsson", { cause });
    const entry = errorEntry(error, { requestId: "R-1", method: "POST", url: "/import?x" });
    expect(entry).toContain("R-1 POST /import failed");
    expect(entry).toContain("TypeError (SQLITE_CONSTRAINT)");
    expect(entry).toContain("error-log.test.ts");
    expect(entry).not.toMatch(/Testsson|999/);
  });

  it("tells a defect from a refusal", () => {
    expect(
      [new Error("x"), "x", null, data(null, { status: 500 }), new Response(null, { status: 502 })].map(
        isDefect,
      ),
    ).toEqual([true, true, true, true, true]);
    expect(
      [data(null, { status: 404 }), new Response(null, { status: 302 }), new BodyTooLargeError()].map(
        isDefect,
      ),
    ).toEqual([false, false, false]);
  });
});

describe("a plain page", () => {
  it("shows its words and never takes them for markup", () => {
    const page = plainPage({ heading: "<b>", text: 'a "quoted" & <i>', requestId: "R-1" });
    expect(page).toContain("<h1>&lt;b&gt;</h1>");
    expect(page).toContain("a &quot;quoted&quot; &amp; &lt;i&gt;");
    expect(page).toContain("R-1");
  });
});

it("a request's number can be read out", () => {
  expect(newRequestId()).toMatch(/^R-[2-9A-HJ-NP-TV-Z]{8}$/);
  expect(newRequestId()).not.toBe(newRequestId());
});
