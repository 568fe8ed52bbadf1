import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { UnreachableLinks } from "~/components/messages/how-sent";
import { readEnvironment } from "~/env.server";
import { unreachableLinks } from "~/views/messages/messages.server";

const OFF = { HUBLIST_SEND_TEXT: "none", HUBLIST_SEND_EMAIL: "none", HUBLIST_SEND_LETTER: "none" };
const PUBLIC = { HUBLIST_PUBLIC_URL: "https://lists.example.nhs.uk" };
const shown = (variables: Record<string, string>) =>
  renderToStaticMarkup(
    <UnreachableLinks page={{ unreachable: unreachableLinks(readEnvironment(variables)) }} />,
  );

it("says where links lead that no patient can open, and what to set", () => {
  const text = shown({ ...OFF, HUBLIST_SEND_LETTER: "file", PORT: "4210" });
  expect(text).toContain("http://127.0.0.1:4210");
  expect(text).toContain("HUBLIST_PUBLIC_URL");
});

it("says nothing once the address is set, or where nothing is sent", () => {
  expect(shown(PUBLIC)).toBe("");
  expect(shown(OFF)).toBe("");
});
