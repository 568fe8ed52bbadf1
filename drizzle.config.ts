import { defineConfig } from "drizzle-kit";

/** One schema, two folders of migrations; `npm run db:generate` runs both. */
const dialect = process.env.DB_DIALECT === "postgresql" ? "postgresql" : "sqlite";

export default defineConfig({
  dialect,
  schema: "./db/schema.ts",
  out: `./db/migrations/${dialect}`,
});
