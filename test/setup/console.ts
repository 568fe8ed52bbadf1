import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that prints a warning or an error has found one: it fails unless it mocks the console itself. */
let warn: ReturnType<typeof vi.spyOn>;
let error: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn");
  error = vi.spyOn(console, "error");
});
afterEach(() => {
  expect(warn.mock.calls, "console.warn").toEqual([]);
  expect(error.mock.calls, "console.error").toEqual([]);
  vi.restoreAllMocks();
});
