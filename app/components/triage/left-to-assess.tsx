import { counted } from "~/domain/figure-words";
import { Notice } from "../notice";

/** That rules have changed and some patients are still shown by the old ones; nothing where all are up to date. */
export function LeftToAssess({ left }: { left: number }) {
  if (left === 0) return null;
  return (
    <Notice>
      The rules have changed, and {counted(left, "patient")} here still {left === 1 ? "stands" : "stand"} by
      the old ones. They are being looked at again; load this page again to see how many are left.
    </Notice>
  );
}
