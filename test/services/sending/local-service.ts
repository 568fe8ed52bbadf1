import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a local service sees it. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** What it answers; `hang`: nothing at all; `die`: half an answer, then the connection breaks. */
export type Answered = { status: number; body?: unknown; headers?: Record<string, string> } | "hang" | "die";

export interface LocalService {
  url: string;
  seen: Seen[];
  close(): Promise<void>;
}

/** A service on this machine that answers by a function. */
export async function localService(answer: (seen: Seen) => Answered): Promise<LocalService> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const one = { method: request.method!, path: request.url!, headers: request.headers, body };
      seen.push(one);
      respond(response, answer(one));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function respond(response: ServerResponse, answered: Answered): void {
  if (answered === "hang") return;
  if (answered === "die") {
    response.writeHead(201, { "Content-Length": "500" });
    response.write('{"id":', () => response.destroy());
    return;
  }
  response.writeHead(answered.status, { "Content-Type": "application/json", ...answered.headers });
  response.end(answered.body === undefined ? "" : JSON.stringify(answered.body));
}

/** Parts of a JSON web token, unchecked. */
export function tokenParts(token: string) {
  const [header = "", claims = "", signature = ""] = token.split(".");
  const json = (part: string) =>
    JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  return { header: json(header), claims: json(claims), signed: `${header}.${claims}`, signature };
}
