import { beforeStageTwo } from "~/services/shared-decision/stage-two.server";
import type { Reader } from "~db/engine";
import type { ListNow } from "./list-now.server";

/** The cases of a list whose shared decision is not complete, by entry, whoever looks. */
export const listBeforeStageTwo = (db: Reader, { cases }: ListNow): Promise<ReadonlySet<string>> =>
  beforeStageTwo(
    db,
    cases.map(({ held }) => held),
  );
