import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ErrorPage, errorHeading } from "~/components/error-page";

const answer = (status: number, data: unknown) => ({ status, data, statusText: "", internal: false });
const html = (error: unknown, requestId?: string) =>
  renderToStaticMarkup(<ErrorPage error={error} requestId={requestId} />);

describe("an error page", () => {
  it.each([
    [400, "Hublist did not understand that"],
    [403, "You do not have permission for this"],
    [404, "Page not found"],
    [405, "This page takes no form"],
    [409, "Somebody changed this in the meantime"],
    [413, "That file is too large"],
    [500, "Sorry, there is a problem with Hublist"],
    [503, "Sorry, there is a problem with Hublist"],
  ])("of %i says: %s", (status, heading) => {
    expect(html(answer(status, null))).toContain(`<h1 class="nhsuk-heading-l">${heading}</h1>`);
  });

  it("has its heading for a title", () => {
    expect(errorHeading(answer(404, null))).toBe("Page not found");
    expect(errorHeading(answer(404, { heading: "No such session" }))).toBe("No such session");
    expect(errorHeading(new Error("Testsson"))).toBe("Sorry, there is a problem with Hublist");
  });

  it("uses the words of the refusal", () => {
    const page = html(answer(404, { message: "There is no session S1.", heading: "No such session" }));
    expect(page).toContain("No such session");
    expect(page).toContain("There is no session S1.");
  });

  it("gives the number of a defect, and nothing of what was thrown", () => {
    expect(html(answer(500, { requestId: "R-LOADER" }), "R-PAGE")).toContain("R-LOADER");
    const page = html(new Error("Testsson"), "R-PAGE");
    expect(page).toContain("R-PAGE");
    expect(page).not.toContain("Testsson");
    expect(html(answer(404, null), "R-PAGE")).not.toContain("R-PAGE");
  });
});
