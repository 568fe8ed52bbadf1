// `npm start`: installs, builds, prepares the data (a demo hub on a new machine) and serves Hublist.
import { buildAll } from "./build.mjs";
import { runProgram } from "./command.mjs";
import { installPackages } from "./install.mjs";

installPackages();
await buildAll();
// Two programs, one after the other: in one process each would bring its own copy of the store's tables.
const prepared = await runProgram("node/start", process.argv.slice(2));
process.exit(prepared === 0 ? await runProgram("server/server", []) : prepared);
