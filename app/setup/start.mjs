// `npm start`: installs, builds, prepares the data (a demo hub on a new machine) and serves Hublist.
import { buildAll } from "./build.mjs";
import { handOver } from "./command.mjs";
import { installPackages } from "./install.mjs";

installPackages();
await buildAll();
handOver("start", process.argv.slice(2));
