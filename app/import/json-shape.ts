import { nearestName } from "./nearest";

/** Where a value stands in a JSON file: keys and list indexes from the top. */
export type JsonPath = (string | number)[];
export interface ShapeFault {
  path: JsonPath;
  message: string;
}
/** Checks a parsed JSON value; answers what is wrong with it and its parts. */
export type Shape = (value: unknown, path: JsonPath) => ShapeFault[];

/** A number within limits, both included. */
export function number(least: number, most: number, what: string): Shape {
  return (value, path) => {
    const isNumber = typeof value === "number" && value >= least && value <= most;
    return isNumber ? [] : [{ path, message: `Expected ${what}.` }];
  };
}

/** A whole number within limits, both included. */
export function whole(least: number, most: number, what: string): Shape {
  const inRange = number(least, most, what);
  return (value, path) => inRange(Number.isInteger(value) ? value : NaN, path);
}

/** A text that is not empty. */
export function text(what: string): Shape {
  return (value, path) =>
    typeof value === "string" && value.trim() !== "" ? [] : [{ path, message: `Expected ${what}.` }];
}

/** An object of known keys, each of which may lack. */
export function object(shapes: Record<string, Shape>): Shape {
  const names = Object.keys(shapes);
  const shapeOf = (key: string) => (names.includes(key) ? shapes[key] : undefined);
  return keyed(shapeOf, (key) => {
    const near = nearestName(key, names);
    return `There is no such key: expected ${near ? `“${near}”` : `one of ${names.join(", ")}`}.`;
  });
}

/** An object of which every key has one form and every value one shape. */
export function byKey(form: RegExp, expected: string, shape: Shape): Shape {
  return keyed(
    (key) => (form.test(key) ? shape : undefined),
    () => `There is no such key: expected ${expected}.`,
  );
}

function keyed(shapeOf: (key: string) => Shape | undefined, unknown: (key: string) => string): Shape {
  return (value, path) => {
    if (!isObject(value)) return [{ path, message: "Expected an object in braces { }." }];
    return Object.entries(value).flatMap(([key, part]) => {
      const shape = shapeOf(key);
      return shape ? shape(part, [...path, key]) : [{ path: [...path, key], message: unknown(key) }];
    });
  };
}

/** A list of at most `most` parts of one shape. */
export function listOf(shape: Shape, most: number, what: string): Shape {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > most) return [{ path, message: `Expected ${what}.` }];
    return value.flatMap((part: unknown, index) => shape(part, [...path, index]));
  };
}

/** An object that has at least these keys; others are left alone. */
export function having(shapes: Record<string, Shape>): Shape {
  return (value, path) => {
    if (!isObject(value)) return [{ path, message: "Expected an object in braces { }." }];
    return Object.entries(shapes).flatMap(([key, shape]) =>
      Object.hasOwn(value, key)
        ? shape(value[key], [...path, key])
        : [{ path, message: `The key “${key}” is missing.` }],
    );
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
