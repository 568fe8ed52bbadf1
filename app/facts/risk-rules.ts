import table from "./risk-rules.json";

/** The rules as they stand in the table, to be read by `readRuleSet` (app/import/risk-rules.ts). */
export const RISK_RULES_TABLE: unknown = table;
export const RISK_RULES_SOURCE = { what: table.what, status: table.status, confidence: table.confidence };
