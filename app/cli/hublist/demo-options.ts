import { DEMO_PROVIDER } from "~/demo/hub";
import { smallestScale } from "~/demo/published-waits";
import { RTT_ADMITTED } from "~/facts/rtt-admitted";
import { Refusal, type Given, type Option } from "./command";

/** What a generated hub follows from. */
export const DEMO_OPTIONS: Record<string, Option> = {
  provider: { type: "string", value: "CODE", words: "ODS code of the provider whose waits it follows (RQM)" },
  seed: { type: "string", value: "NUMBER", words: "Another number makes other patients (1)" },
  scale: {
    type: "string",
    value: "SHARE",
    words: "Share of the provider's true size, above 0 and up to 1 (1)",
  },
  weeks: { type: "string", value: "NUMBER", words: "Weeks of sessions, 1 to 26 (6)" },
};

/** Reads the options of a generated hub; throws a Refusal that says what was expected. */
export function readDemoOptions(given: Given) {
  return notTooSmall({
    provider: readProvider(given.text("provider")),
    seed: readNumber(
      given,
      "seed",
      (value) => Number.isInteger(value) && value >= 0,
      "a whole number, 0 or more",
    ),
    scale: readNumber(given, "scale", (value) => value > 0 && value <= 1, "a number above 0 and up to 1"),
    weeks: readNumber(
      given,
      "weeks",
      (value) => Number.isInteger(value) && value >= 1 && value <= 26,
      "a whole number, 1 to 26",
    ),
  });
}

/** Below some size no specialty is left, and with it nobody to plan for. */
function notTooSmall<T extends { provider: string | undefined; scale: number | undefined }>(options: T): T {
  const { provider = DEMO_PROVIDER, scale = 1 } = options;
  const least = Math.ceil(smallestScale(provider) * 1000) / 1000;
  if (scale >= least) return options;
  if (least > 1) throw new Refusal(`--provider ${provider}: this provider is too small for a demo.`);
  throw new Refusal(`--scale ${scale}: nobody would wait there. Expected ${least} to 1 for ${provider}.`);
}

function readProvider(code: string | undefined): string | undefined {
  if (code === undefined || Object.hasOwn(RTT_ADMITTED, code)) return code;
  throw new Refusal(
    `--provider ${code}: expected a provider of the published table, such as ${Object.keys(RTT_ADMITTED).slice(0, 3).join(", ")}.`,
  );
}

function readNumber(
  given: Given,
  name: string,
  stands: (value: number) => boolean,
  expected: string,
): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? NaN : Number(text);
  if (stands(value)) return value;
  throw new Refusal(`--${name} ${text}: expected ${expected}.`);
}
