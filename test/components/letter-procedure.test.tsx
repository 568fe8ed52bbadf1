import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LetterPages } from "~/components/lists/letter-pages";

const letter = (procedure: string) =>
  renderToStaticMarkup(
    <LetterPages
      letters={[
        {
          ...{ entry: "e", name: "Ann Barrow", address: [], reference: "L1", writtenOn: "2026-11-20" },
          ...{ date: "2026-12-15", admission: "07:30", site: "Main", procedure, interpreter: "" },
          contact: { phone: "020 7946 0123", hours: "", place: "" },
          ...{ notice: "", choice: [], advice: [] },
        },
      ]}
      large={false}
    />,
  );

it("names the operation, or only says that there is one where nothing may be said of it", () => {
  expect(letter("Knee replacement, left")).toContain("a date for your operation: Knee replacement, left.");
  expect(letter("")).toContain("a date for your operation.");
});
