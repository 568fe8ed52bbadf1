import { createServer, type AddressInfo, type Socket } from "node:net";

/** How a local mail server answers; empty: as one that takes everything from whoever signs in as user with password. */
export interface MailRules {
  /** Answer to a recipient, such as `550 no such user`. */
  recipient?: string;
  sender?: string;
  /** After this command the connection breaks. */
  diesAt?: "DATA" | "end of data";
  /** Milliseconds that it takes over each answer, the greeting too. */
  slow?: number;
}

export interface LocalMailServer {
  port: number;
  /** Every line that was said to it. */
  said: string[];
  mails: string[];
  close(): Promise<void>;
}

const CREDENTIALS = Buffer.from("\0user\0pass word").toString("base64");

/** A mail server that speaks SMTP (RFC 5321) with AUTH PLAIN (RFC 4954) and without STARTTLS. */
export async function localMailServer(rules: MailRules = {}): Promise<LocalMailServer> {
  const [said, mails]: string[][] = [[], []];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    speak(socket, rules, said!, mails!);
  });
  await new Promise<void>((listening) => server.listen(0, "0.0.0.0", listening));
  return {
    port: (server.address() as AddressInfo).port,
    said: said!,
    mails: mails!,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

function speak(socket: Socket, rules: MailRules, said: string[], mails: string[]): void {
  const state = { signedIn: false, data: false, mail: "", rest: "" };
  const say = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`));
  const answer = (line: string) => (rules.slow ? void setTimeout(say, rules.slow, line) : say(line));
  answer("220 mail.test ESMTP");
  socket.on("data", (part: Buffer) => {
    const lines = (state.rest + part.toString()).split("\r\n");
    state.rest = lines.pop()!;
    for (const line of lines) {
      said.push(line);
      if (!state.data) command(line);
      else if (line !== ".") state.mail += `${line}\n`;
      else endMail();
    }
  });
  const endMail = () => {
    state.data = false;
    mails.push(state.mail);
    if (rules.diesAt === "end of data") return void socket.destroy();
    answer("250 taken");
  };
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO") return answer("250-mail.test\r\n250 AUTH PLAIN");
    if (verb === "AUTH") {
      state.signedIn = line === `AUTH PLAIN ${CREDENTIALS}`;
      return answer(state.signedIn ? "235 welcome" : "535 who are you");
    }
    if (verb === "MAIL") return answer(state.signedIn ? (rules.sender ?? "250 ok") : "530 sign in first");
    if (verb === "RCPT") return answer(rules.recipient ?? "250 ok");
    if (verb === "QUIT") return answer("221 bye");
    if (verb !== "DATA") return answer(verb === "RSET" ? "250 ok" : "502 not known");
    if (rules.diesAt === "DATA") return void socket.destroy();
    state.data = true;
    state.mail = "";
    answer("354 go on");
  };
}
