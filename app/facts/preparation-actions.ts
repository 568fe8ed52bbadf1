import table from "./preparation-actions.json";

/** The actions as they stand in the table, to be read by `readActionSet` (app/import/preparation-actions.ts). */
export const PREPARATION_ACTIONS_TABLE: unknown = table;
export const PREPARATION_ACTIONS_SOURCE = {
  what: table.what,
  status: table.status,
  confidence: table.confidence,
};
