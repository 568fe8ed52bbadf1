import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isDefect, logError } from "./http/error-log";
import { NonceContext } from "./nonce";

/** Milliseconds after which a page that is not ready is given up. */
export const streamTimeout = 10_000;

/** Renders a whole page before the first byte goes out, so that its status is true and no script is needed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce, requestId }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const page = (
      <NonceContext.Provider value={cspNonce}>
        <RemixServer context={remix} url={request.url} nonce={cspNonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: cspNonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(
          new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
        );
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        failed = true;
        logError(error, { requestId, method: request.method, url: request.url });
      },
    });
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Notes a defect in a loader or an action. A visitor who left and an answer such as 404 are none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || !isDefect(error)) return;
  logError(error, { requestId: context.requestId, method: request.method, url: request.url });
};
