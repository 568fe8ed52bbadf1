import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of shared material beside a checkout (`shared/contract/files.md` in it), found by walking up from here;
 * null where it is absent. Tests that need it run with `it.runIf(SHARED)` and so say that they skipped.
 */
export const SHARED = find(dirname(fileURLToPath(import.meta.url)));

function find(folder: string): string | null {
  const shared = join(folder, "shared");
  if (existsSync(join(shared, "contract", "files.md"))) return shared;
  return dirname(folder) === folder ? null : find(dirname(folder));
}
