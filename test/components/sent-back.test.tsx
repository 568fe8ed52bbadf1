import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AvoidCard } from "~/components/patient-says/avoid-card";
import { TellForm } from "~/components/patient/tell-form";

const CHOICES = [
  ["accepted", "Yes, I will come"],
  ["declined", "No, I cannot come"],
] as const;
const tell = (sent: Parameters<typeof TellForm>[0]["sent"]) =>
  renderToStaticMarkup(
    <TellForm
      kind="dateAnswer"
      legend="Can you come?"
      choices={CHOICES}
      text="Why"
      date="2026-12-14"
      sent={sent}
    />,
  );
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
const described = (html: string) =>
  [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, ids]) => ids!.split(" "));

describe("a form of the patient's page that was not taken", () => {
  it("says what is wrong beside the field, and keeps what was chosen and written", () => {
    const html = tell({
      kind: "dateAnswer",
      field: "text",
      message: "Too long",
      code: "declined",
      text: "My mother is ill",
    });
    expect(html).toContain("Too long");
    expect(html).toContain(">My mother is ill</textarea>");
    expect(html).toMatch(/id="dateAnswer-declined"[^>]*checked=""|checked=""[^>]*id="dateAnswer-declined"/);
    expect(idsOf(html)).toEqual(expect.arrayContaining(described(html)));
    expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
  });

  it("leaves every other form of the page as it is", () => {
    const other = tell({ kind: "feedback", field: "text", message: "Too long", code: "", text: "Mine" });
    expect(other).toBe(tell(null));
    expect(other).not.toContain("Too long");
  });
});

it("days that staff typed and were not taken come back, with what is wrong", () => {
  const sent = {
    field: "to" as const,
    message: "Not before the first",
    typed: { "from-day": "14", "to-day": "2" },
  };
  const html = renderToStaticMarkup(<AvoidCard avoids={[]} listed sent={sent} />);
  expect(html).toContain("Not before the first");
  expect(html).toMatch(/id="from-day"[^>]*value="14"/);
  expect(idsOf(html)).toEqual(expect.arrayContaining(described(html)));
  expect(renderToStaticMarkup(<AvoidCard avoids={[]} listed={false} sent={null} />)).not.toContain(
    "First day",
  );
});
