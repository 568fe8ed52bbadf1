import { createTransport } from "nodemailer";
import { messageRule } from "~/facts/messages";
import { isLoopback } from "~/sending-settings";
import type { Carrier, SendOutcome } from "./outgoing";

export interface SmtpSettings {
  /** `smtps://user:password@host:port` or `smtp://…` */
  url: string;
  from: string;
}

/** An error of nodemailer or of the connection; its message may quote the address and is not used. */
interface SmtpError {
  code?: string;
  responseCode?: number;
  command?: string;
}

/**
 * E-mail by the hospital's own mail server. It always goes encrypted, unless the server is this machine. The message id
 * is ours and the same at every try, so that a mail program shows one that was sent twice once. SMTP says that a
 * server took a message, not that anybody got it.
 */
export function smtpCarrier({ url, from }: SmtpSettings): Carrier {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const wait = messageRule("tryTimeoutSeconds") * 1000;
  const transport = createTransport({
    ...{ host: hostname.replace(/[[\]]/g, ""), port: Number(port) || (secure ? 465 : 587), secure },
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    requireTLS: !secure && !isLoopback(hostname),
    ...{ connectionTimeout: wait, greetingTimeout: wait, socketTimeout: wait },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const domain = /@([^\s>]+)/.exec(from)![1]!;
  return {
    name: "smtp",
    keeps: false,
    async send({ id, to, subject, paragraphs }, deadline) {
      try {
        await transport.sendMail({
          ...{ from, to: { name: "", address: to.email }, subject, text: paragraphs.join("\n\n") + "\n" },
          ...{ messageId: `<${id}@${domain}>`, headers: { "Auto-Submitted": "auto-generated" } },
          signal: deadline,
        });
        return { kind: "accepted", reference: null };
      } catch (error) {
        // Each step has its own limit besides, and many slow steps would add up to more than the claim holds.
        if (deadline.aborted) return { kind: "later", fault: "the mail server did not take it in time" };
        return outcomeOf(error as SmtpError);
      }
    },
  };
}

function outcomeOf({ code = "", responseCode, command = "" }: SmtpError): SendOutcome {
  const fault = `the mail server said ${responseCode ?? code}`;
  const forGood = responseCode !== undefined && responseCode >= 500;
  if (code === "EAUTH")
    return {
      kind: "rest",
      fault: `the mail server refused our sign-in (${responseCode ?? code})`,
      seconds: null,
    };
  if (forGood && command === "MAIL FROM")
    return { kind: "rest", fault: `the mail server refused our address (${responseCode})`, seconds: null };
  if (forGood && (command === "RCPT TO" || code === "EENVELOPE"))
    return { kind: "never", fault: `the mail server refused the address on file (${responseCode})` };
  // nodemailer refuses what is no address at all before it asks the server.
  if (code === "EENVELOPE" && responseCode === undefined)
    return { kind: "never", fault: "the address on file is no e-mail address" };
  return {
    kind: "later",
    fault: responseCode === undefined ? `no connection to the mail server (${code})` : fault,
  };
}
