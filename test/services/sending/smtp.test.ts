import { afterEach, describe, expect, it } from "vitest";
import type { Outgoing } from "~/services/sending/outgoing";
import { smtpCarrier } from "~/services/sending/smtp.server";
import { localMailServer, type LocalMailServer, type MailRules } from "./local-mail-server";
import { IN_TIME } from "./sending-hub";

let server: LocalMailServer;
afterEach(() => server.close());

const carrier = async (rules: MailRules = {}, { host = "127.0.0.1", password = "pass%20word" } = {}) => {
  server = await localMailServer(rules);
  return smtpCarrier({
    url: `smtp://user:${password}@${host}:${server.port}`,
    from: "Kingston Hospital <hublist@hospital.test>",
  });
};

const message = (email = "ada@example.org"): Outgoing => ({
  ...{ id: "m-1", channel: "email", subject: "Questions – soon", again: false },
  paragraphs: ["Answer here: https://hub.test/q/k7mf-3q9x-aw2d", "Call us."],
  to: { mobile: "", email, nhsNumber: "", name: "Ada Example", address: [] },
});

describe("a mail server", () => {
  it("takes an e-mail of plain words, with a message id that stays the same", async () => {
    const smtp = await carrier();
    expect(await smtp.send(message(), IN_TIME)).toEqual({ kind: "accepted", reference: null });
    await smtp.send(message(), IN_TIME);
    const [mail, again] = server.mails;
    expect(mail).toContain("From: Kingston Hospital <hublist@hospital.test>");
    expect(mail).toContain("To: ada@example.org");
    expect(mail).toContain("https://hub.test/q/k7mf-3q9x-aw2d");
    expect(mail).toContain("Auto-Submitted: auto-generated");
    expect(mail).not.toContain("Ada");
    for (const one of [mail, again]) expect(one).toContain("Message-ID: <m-1@hospital.test>");
  });

  it("that refuses our sign-in or our address makes e-mails rest", async () => {
    const wrong = await carrier({}, { password: "secret" });
    const outcome = await wrong.send(message(), IN_TIME);
    expect(outcome).toEqual({
      kind: "rest",
      fault: "the mail server refused our sign-in (535)",
      seconds: null,
    });
    await server.close();
    const unknown = await carrier({ sender: "550 not you" });
    expect(await unknown.send(message(), IN_TIME)).toMatchObject({ kind: "rest" });
  });

  it.each([
    ["550 no such user", "never", "the mail server refused the address on file (550)"],
    ["450 mailbox busy", "later", "the mail server said 450"],
  ])("that says %s of the recipient means: %s", async (recipient, kind, fault) => {
    const smtp = await carrier({ recipient });
    expect(await smtp.send(message(), IN_TIME)).toMatchObject({ kind, fault });
  });

  it.each(["DATA", "end of data"] as const)("that dies at %s is tried later", async (diesAt) => {
    const smtp = await carrier({ diesAt });
    expect(await smtp.send(message(), IN_TIME)).toMatchObject({ kind: "later" });
  });

  it("that is not there is tried later", async () => {
    const smtp = await carrier();
    await server.close();
    expect(await smtp.send(message(), IN_TIME)).toMatchObject({
      kind: "later",
      fault: expect.stringContaining("no connection"),
    });
    server = await localMailServer();
  });

  it("elsewhere that cannot encrypt is told neither password nor patient", async () => {
    const smtp = await carrier({}, { host: "127.0.0.2" });
    expect((await smtp.send(message(), IN_TIME)).kind).toBe("later");
    expect(server.said.join("\n")).not.toMatch(/AUTH|RCPT|ada@/);
  });

  it("is not told of what is no address, or of two in one", async () => {
    const smtp = await carrier();
    for (const email of ["nobody", "a@b.example\r\nRCPT TO:<x@y.example>"]) {
      const { kind } = await smtp.send(message(email), IN_TIME);
      expect(kind === "never" || !server.said.some((line) => line.startsWith("RCPT TO:<x@y"))).toBe(true);
    }
  });
});
