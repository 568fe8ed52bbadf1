import type { Server } from "node:http";

type Farewell = () => void | Promise<void>;

/** One set a process, kept on globalThis so that a module loaded twice shares it. */
const held = globalThis as { hublistFarewells?: Set<Farewell> };
const farewells = (held.hublistFarewells ??= new Set());

/** Registers what must be told when the server stops, such as a running solve. */
export function beforeShutdown(farewell: Farewell): void {
  farewells.add(farewell);
}

/** Tells everybody, waiting for each; a farewell that fails keeps nobody else from theirs. */
export async function sayFarewell(): Promise<void> {
  await Promise.allSettled([...farewells].map(async (farewell) => farewell()));
}

/**
 * Stops cleanly on SIGTERM and SIGINT: takes no new request, tells running solves to stop, lets open requests end
 * for `graceMilliseconds`, then calls `last` (closing the store, which the others still write to) and leaves with 0.
 * A second signal leaves at once with 1.
 */
export function stopOnSignals(server: Server, last: () => Promise<void>, graceMilliseconds = 5000): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    const closed = new Promise<void>((done) => server.close(() => done()));
    server.closeIdleConnections();
    await sayFarewell();
    setTimeout(() => server.closeAllConnections(), graceMilliseconds).unref();
    await closed;
    await last();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}
