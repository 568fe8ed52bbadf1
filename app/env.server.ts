import { resolve } from "node:path";
import { DateTime } from "luxon";
import { z } from "zod";
import { MOST_MEGABYTES } from "~/import/size-limit";
import { lackingForSending, SENDING_SECRETS, SENDING_SHAPE } from "./sending-settings";

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: `expected a whole number from ${least} to ${most}` })
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `expected a whole number from ${least} to ${most}`,
    });

/** Every variable that Hublist reads from its surroundings, with its default. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Folder of the database and of uploads. */
  HUBLIST_DATA: z
    .string()
    .default("data")
    .transform((path) => resolve(path)),
  /** postgres://... instead of the embedded database. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: "expected postgres://user:password@host/database" })
    .optional(),
  /** The date that demo and tests take for today. */
  HUBLIST_TODAY: z
    .string()
    .refine((text) => DateTime.fromFormat(text, "yyyy-MM-dd").isValid, {
      error: "expected a date as YYYY-MM-DD",
    })
    .optional(),
  HUBLIST_MAX_UPLOAD_MB: wholeNumber(1, MOST_MEGABYTES).default(64),
  /** How many proxies in front of Hublist may name the visitor's address and protocol. */
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  /** Minutes without a request after which a sign-in ends. */
  HUBLIST_IDLE_MINUTES: wholeNumber(1, 1440).default(30),
  /** Hours after which a sign-in ends whatever happens. */
  HUBLIST_SIGN_IN_HOURS: wholeNumber(1, 24).default(12),
  ...SENDING_SHAPE,
});

/** Values that are never shown. */
const HIDDEN = new Set(["DATABASE_URL", ...SENDING_SECRETS]);

export type Environment = z.infer<typeof schema>;

/** What is wrong with the surroundings, one line a variable. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Parses environment variables; an empty one counts as not set. Throws an EnvironmentError that names every bad one. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(filled);
  const lines = parsed.success
    ? lackingForSending(parsed.data).map(({ name, sentence }) => `${name} ${sentence}`)
    : parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const value = HIDDEN.has(name) ? "(hidden)" : JSON.stringify(filled[name]);
        return `${name} = ${value}: ${issue.message}`;
      });
  if (parsed.success && lines.length === 0) return parsed.data;
  throw new EnvironmentError(`Hublist cannot start with these settings:\n  ${lines.join("\n  ")}`);
}

let current: Environment | undefined;

/** The settings of this process, read once. This file alone reads process.env. */
export function environment(): Environment {
  return (current ??= readEnvironment(process.env));
}
