import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readFileBytes } from "~/import/read-file.server";
import { limitOf } from "~/import/size-limit";

const folder = mkdtempSync(join(tmpdir(), "hublist-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const MEGABYTE = 1_048_576;

describe("reading a file", () => {
  it("gives its bytes, also of an empty one", async () => {
    writeFileSync(at("a.csv"), "a,b\n");
    writeFileSync(at("empty.csv"), "");
    expect(new TextDecoder().decode((await readFileBytes(at("a.csv"))).bytes!)).toBe("a,b\n");
    expect((await readFileBytes(at("empty.csv"))).bytes).toHaveLength(0);
  });

  it("takes a file of the limit and refuses one byte more, without reading it", async () => {
    writeFileSync(at("large.csv"), "");
    truncateSync(at("large.csv"), MEGABYTE);
    expect((await readFileBytes(at("large.csv"), MEGABYTE)).bytes).toHaveLength(MEGABYTE);
    truncateSync(at("large.csv"), MEGABYTE + 1);
    expect(await readFileBytes(at("large.csv"), MEGABYTE)).toEqual({
      bytes: null,
      refused: [
        {
          file: "large.csv",
          row: 0,
          column: "",
          value: "",
          message:
            "The file is 1.0 MB, larger than 1 MB, the most that is read. Nothing of it was read. " +
            "An administrator can raise the limit with HUBLIST_MAX_UPLOAD_MB.",
        },
      ],
    });
  });

  it("refuses a file far over any memory at once", async () => {
    writeFileSync(at("huge.csv"), "");
    truncateSync(at("huge.csv"), 2 ** 40);
    expect((await readFileBytes(at("huge.csv"))).refused![0]!.message).toContain("larger than 64 MB");
  });

  it("refuses any file while the setting is no size", async () => {
    vi.stubEnv("HUBLIST_MAX_UPLOAD_MB", "much");
    writeFileSync(at("a.csv"), "a,b\n");
    expect((await readFileBytes(at("a.csv"))).refused).toEqual([
      {
        file: "HUBLIST_MAX_UPLOAD_MB",
        row: 0,
        column: "",
        value: "much",
        message: "This setting is no size: expected a whole number of megabytes, 1 to 500.",
      },
    ]);
    vi.stubEnv("HUBLIST_MAX_UPLOAD_MB", "1");
    writeFileSync(at("a.csv"), "a".repeat(MEGABYTE + 1));
    expect((await readFileBytes(at("a.csv"))).refused![0]!.message).toContain("larger than 1 MB");
    vi.unstubAllEnvs();
  });

  it("stops at the limit when a pipe tells no size", async () => {
    execFileSync("mkfifo", [at("pipe.csv")]);
    const writer = execFileAsync(`head -c ${2 * MEGABYTE} /dev/zero > '${at("pipe.csv")}'`);
    const { refused } = await readFileBytes(at("pipe.csv"), MEGABYTE);
    await writer;
    expect(refused![0]!.message).toContain("The file is larger than 1 MB");
  });

  it("says when there is no such file, and when it is a folder", async () => {
    const missing = await readFileBytes(at("no.csv"));
    expect(missing.refused).toEqual([
      {
        file: "no.csv",
        row: 0,
        column: "",
        value: at("no.csv"),
        message: "There is no such file. Check the path.",
      },
    ]);
    expect((await readFileBytes(folder)).refused![0]!.message).toBe("This is a folder: expected a file.");
  });
});

describe("the limit", () => {
  it("is 64 MB, or what the setting says", () => {
    expect(limitOf(undefined)).toBe(64 * MEGABYTE);
    expect(limitOf("")).toBe(64 * MEGABYTE);
    expect(limitOf("500")).toBe(500 * MEGABYTE);
  });

  it.each(["0", "501", "64MB", "-1", "1.5"])("is no size: %j", (setting) => {
    expect(limitOf(setting)).toBeNull();
  });
});

async function execFileAsync(command: string): Promise<void> {
  const { spawn } = await import("node:child_process");
  await new Promise((resolve) => spawn("sh", ["-c", command], { stdio: "ignore" }).on("close", resolve));
}
