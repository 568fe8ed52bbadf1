import { t } from "../columns";
import { organisation, site } from "./organisations";

/** A person who may sign in. */
export const userAccount = t.table(
  "user_account",
  {
    id: t.text("id").primaryKey(),
    /** Lower case. */
    email: t.text("email").notNull(),
    name: t.text("name").notNull(),
    passwordHash: t.text("password_hash").notNull(),
    demo: t.bool("demo").notNull(),
    active: t.bool("active").notNull(),
    failedAttempts: t.int("failed_attempts").notNull(),
    lockedUntil: t.instant("locked_until"),
    createdAt: t.instant("created_at").notNull(),
  },
  (c) => [t.uniqueIndex("user_account_email").on(c.email)],
);

/** A role at one site, or (site null) at all sites of the organisation. Role names are the application's. */
export const roleGrant = t.table(
  "role_grant",
  {
    id: t.text("id").primaryKey(),
    user: t
      .text("user")
      .notNull()
      .references(() => userAccount.id),
    role: t.text("role").notNull(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    site: t.text("site").references(() => site.code),
  },
  (c) => [t.index("role_grant_user").on(c.user), t.index("role_grant_organisation").on(c.organisation)],
);

/** A signed-in browser. Only the hash of its token is kept, so a copy of the database signs nobody in. */
export const signInSession = t.table(
  "sign_in_session",
  {
    id: t.text("id").primaryKey(),
    tokenHash: t.text("token_hash").notNull(),
    user: t
      .text("user")
      .notNull()
      .references(() => userAccount.id),
    createdAt: t.instant("created_at").notNull(),
    lastSeenAt: t.instant("last_seen_at").notNull(),
    expiresAt: t.instant("expires_at").notNull(),
    revokedAt: t.instant("revoked_at"),
    userAgent: t.text("user_agent").notNull(),
  },
  (c) => [t.uniqueIndex("sign_in_session_token").on(c.tokenHash), t.index("sign_in_session_user").on(c.user)],
);
