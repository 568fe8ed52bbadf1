import type { IsoDate } from "~/domain/calendar";
import { DateText } from "./date-text";

interface ContextBarProps {
  today: IsoDate;
  /** Organisation and sites of the user, such as "Chelsea and Westminster: all sites". */
  place?: string;
}

/** One quiet line below the header: where one is and what day it is. */
export function ContextBar({ today, place }: ContextBarProps) {
  return (
    <div className="app-context">
      <div className="app-width app-context__line">
        <span>{place}</span>
        <span>
          Today: <DateText date={today} />
        </span>
      </div>
    </div>
  );
}

/** Says on every page of a demo that no patient here is real. */
export function DemoBanner() {
  return (
    <div className="app-demo" role="region" aria-label="Demo">
      <div className="app-width">
        <strong>Demo: invented patients.</strong> Every name, number and address here was made up.
      </div>
    </div>
  );
}
