import { noticeStanding } from "~/domain/patient-notice";
import type { ListState } from "~/domain/list-state";
import type { Reader } from "~db/engine";
import { wholeScope } from "~db/organisations";
import { noticesOfEntries } from "~db/patient-notices";
import type { PlacedCase } from "~db/placed-cases";

/**
 * How many patients of lists that count as told were never told of the date that they have now, by id of the session:
 * they were put there, confirmed fit or moved to that day after the others had been told. Lists without one are not named.
 * @param states by id of the session; only lists that count as told are looked at
 */
export async function untoldCases(
  db: Reader,
  placed: readonly PlacedCase[],
  states: ReadonlyMap<string, Pick<ListState, "patientsTold">>,
): Promise<Map<string, number>> {
  const asked = placed.filter(({ session, isFit }) => isFit && states.get(session)?.patientsTold);
  // Who stands on the list counts, wherever they were listed.
  const notices = await noticesOfEntries(
    await wholeScope(db),
    db,
    asked.map(({ entry }) => entry),
  );
  const untold = new Map<string, number>();
  for (const { entry, session, date } of asked)
    if (noticeStanding(notices.get(entry) ?? [], { session, date }).told === null)
      untold.set(session, (untold.get(session) ?? 0) + 1);
  return untold;
}
