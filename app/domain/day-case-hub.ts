import type { SiteType } from "./theatre";

/** What the score asks of a procedure: is it a BADS day-surgery one, is it an HVLC one. */
export interface ProcedureFlags {
  bads: boolean;
  hvlc: boolean;
}

/** 1 for a BADS procedure done as a day case (0 nights), plus 1 for an HVLC procedure done in a hub. */
export function dayCaseHubPoints(procedure: ProcedureFlags, nights: number, siteType: SiteType): number {
  const dayCase = nights === 0 && procedure.bads ? 1 : 0;
  return dayCase + (siteType === "hub" && procedure.hvlc ? 1 : 0);
}
