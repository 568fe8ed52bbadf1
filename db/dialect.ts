/** The two engines that Hublist runs on. */
export type Dialect = "sqlite" | "postgresql";

/**
 * Which engine this process uses: PostgreSQL when DATABASE_URL names one (or DB_DIALECT says so, for generating
 * migrations and for tests), otherwise SQLite. Read once, because the tables are built for one engine.
 */
export const dialect: Dialect =
  /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") || process.env.DB_DIALECT === "postgresql"
    ? "postgresql"
    : "sqlite";
