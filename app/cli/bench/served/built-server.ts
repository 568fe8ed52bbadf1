import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "~/auth/demo-accounts";
import type { IsoDate } from "~/domain/calendar";
import { Refusal } from "../../hublist/command";

/** The built server on a data folder of its own. */
export interface BuiltServer {
  url: string;
  stop(): Promise<void>;
}

/** A server, and the cookie of who is signed in to it. */
export interface SignedIn {
  url: string;
  cookie: string;
}

/** `build/server/server.js` above the running program. */
function serverProgram(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "build/server/server.js"))) {
    if (folder === dirname(folder))
      throw new Refusal("There is no built server. Run `npm run build` first, then the bench again.");
    folder = dirname(folder);
  }
  return join(folder, "build/server/server.js");
}

/** Starts the built server. */
export async function serveBuilt(data: string, today: IsoDate): Promise<BuiltServer> {
  const env = {
    ...{ ...process.env, NODE_ENV: "production" as const, HOST: "127.0.0.1", PORT: "0" },
    ...{ HUBLIST_DATA: data, HUBLIST_TODAY: today },
  };
  const server = spawn(process.execPath, [serverProgram()], { env, stdio: ["ignore", "pipe", "inherit"] });
  const left = new Promise<void>((ended) => server.once("exit", () => ended()));
  const stop = async () => {
    server.kill("SIGTERM");
    await left;
  };
  const url = await new Promise<string>((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`The server left with ${code} before it listened.`)));
    server.stdout.on("data", (text: Buffer) => {
      const found = /http:\/\/\S+/.exec(text.toString())?.[0];
      if (found) resolve(found);
    });
  });
  return { url, stop };
}

/** Signs the demo's scheduler in. */
export async function signInScheduler({ url }: BuiltServer): Promise<SignedIn> {
  const { email } = DEMO_ACCOUNTS.find(({ role }) => role === "scheduler")!;
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
  });
  const cookie = cookiesOf(answer);
  if (answer.status !== 302 || cookie === "") throw new Error("The scheduler could not sign in.");
  return { url, cookie };
}

/** The cookies that an answer sets, as a request sends them back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0]!)
    .join("; ");
}
