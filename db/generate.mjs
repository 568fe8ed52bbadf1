/**
 * Generates the migrations of both engines from the one schema: `npm run db:generate -- --name=add-something`.
 * With `--custom` the files are made empty, for SQL that the schema cannot say. drizzle-kit cannot write STRICT, so
 * every table of a new SQLite migration is made so here, before its first use.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const house = dirname(dirname(fileURLToPath(import.meta.url)));
const drizzleKit = join(dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");

for (const dialect of ["sqlite", "postgresql"]) {
  execFileSync(process.execPath, [drizzleKit, "generate", ...process.argv.slice(2)], {
    cwd: house,
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: "", DB_DIALECT: dialect },
  });
}

const BREAK = "--> statement-breakpoint";
const folder = join(house, "db/migrations/sqlite");
for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
  const written = readFileSync(join(folder, name), "utf8");
  const strict = written
    .split(BREAK)
    .map((statement) =>
      /^\s*CREATE TABLE/i.test(statement) ? statement.replace(/\)\s*;(\s*)$/, ") STRICT;$1") : statement,
    )
    .join(BREAK);
  if (strict !== written) {
    writeFileSync(join(folder, name), strict);
    console.log(`made STRICT: ${name}`);
  }
}
