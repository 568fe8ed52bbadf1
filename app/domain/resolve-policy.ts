import { DEFAULT_POLICY, type Policy } from "./policy";

/** A policy as a site writes it: any key may be missing, at any depth; lists are whole. */
export type PolicyOverrides = { [Key in keyof Policy]?: Overrides<Policy[Key]> };
type Overrides<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { [Key in keyof Value]?: Overrides<Value[Key]> }
    : Value;

/** The policy with `overrides` laid over `base`: objects key by key, lists replaced. `base` is left as it was. */
export function resolvePolicy(overrides: PolicyOverrides, base: Policy = DEFAULT_POLICY): Policy {
  return merged(base, overrides) as Policy;
}

function merged(base: unknown, over: unknown): unknown {
  if (over === undefined) return structuredClone(base);
  if (!isObject(base) || !isObject(over)) return structuredClone(over);
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], over[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
