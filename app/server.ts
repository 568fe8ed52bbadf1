import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import * as build from "virtual:remix/server-build";
import { installationMode } from "./auth/visitor.server";
import { requireTrueTime } from "./clock.server";
import { environment, EnvironmentError, type Environment } from "./env.server";
import { bodyLimit } from "./http/body-limit";
import { logError } from "./http/error-log";
import { sendPlainPage } from "./http/plain-page";
import { newRequestId } from "./http/request-id";
import { sameOriginOnly } from "./http/same-origin";
import { keepNothing, securityHeaders } from "./http/security-headers";
import { stopOnSignals } from "./http/shutdown";
import { handBackOnTime } from "./services/hand-back-timer.server";
import { sendOnTime } from "./services/sending/sending-timer.server";
import { watchFitness } from "./services/triage/watch-fitness.server";
import { openTheStore, store } from "./store.server";

const client = fileURLToPath(new URL("../client", import.meta.url));

/** Names the request, for the log and for the visitor who reports a fault. */
const nameRequest: express.RequestHandler = (_req, res, next) => {
  res.locals.requestId = newRequestId();
  res.set("X-Request-Id", res.locals.requestId);
  next();
};

const failed: ErrorRequestHandler = (error: unknown, req, res, _next) => {
  const requestId = String(res.locals.requestId);
  // A visitor who leaves in mid-request is no defect, nor is a body that was refused.
  if (req.destroyed || res.statusCode === 413) return;
  logError(error, { requestId, method: req.method, url: req.originalUrl });
  if (res.headersSent) return void res.destroy();
  sendPlainPage(res, 500, {
    heading: "Sorry, there is a problem with Hublist",
    text: "The fault was noted. Try again in a few minutes.",
    requestId,
  });
};

/** Event streams must reach the browser line by line. */
const compressed = compression({
  filter: (req, res) =>
    !String(res.getHeader("content-type")).includes("event-stream") && compression.filter(req, res),
});

/** The whole web application as an Express app. */
function application(settings: Environment): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.TRUST_PROXY);
  app.use(nameRequest, securityHeaders, compressed);
  app.use("/assets", express.static(`${client}/assets`, { immutable: true, maxAge: "1y" }));
  app.use(express.static(client, { maxAge: "1h" }));
  app.use(keepNothing, sameOriginOnly, bodyLimit(settings.HUBLIST_MAX_UPLOAD_MB));
  const remix = createRequestHandler({
    build,
    mode: settings.NODE_ENV,
    getLoadContext: (req, res) => ({
      cspNonce: String(res.locals.cspNonce),
      requestId: String(res.locals.requestId),
      address: req.ip ?? "",
      https: req.secure,
    }),
  });
  app.all("*", (req, res, next) => void remix(req, res, next));
  app.use(failed);
  return app;
}

function serve(settings: Environment) {
  const server = application(settings).listen(settings.PORT, settings.HOST, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : settings.PORT;
    console.log(`Hublist serves http://${settings.HOST}:${port}`);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${settings.PORT} of ${settings.HOST} is taken. Stop what uses it, or choose another: PORT=3001 npm start`
        : `Hublist cannot listen on ${settings.HOST}:${settings.PORT} (${error.code}).`,
    );
    process.exit(1);
  });
  stopOnSignals(server, () => store().close());
}

/** Says in one line why Hublist cannot start, and leaves; a fault of the settings needs no stack trace. */
function giveUp(error: unknown): never {
  console.error(error instanceof EnvironmentError ? error.message : error);
  process.exit(1);
}

async function start() {
  const settings = environment();
  await openTheStore(settings);
  requireTrueTime(await installationMode());
  handBackOnTime(store());
  watchFitness(store());
  await sendOnTime(store());
  serve(settings);
}

start().catch(giveUp);
