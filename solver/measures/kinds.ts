import type { Measure } from "../problem";
import { caseSum } from "./case-sum";
import { listMinutes } from "./list-minutes";
import type { MeasureKind } from "./measure";

/** Every kind of measure by its code. */
export const MEASURE_KINDS: { readonly [Of in Measure["of"]]: MeasureKind & { of: Of } } = {
  case: caseSum,
  list: listMinutes,
};
