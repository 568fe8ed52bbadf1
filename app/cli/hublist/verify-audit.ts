import { verifyAuditChain, type ChainFault } from "~db/audit/verify";
import { withInstallation } from "../installation";
import { Refusal, type Command } from "./command";

const PROBLEMS: Record<ChainFault["problem"], string> = {
  altered: "was altered",
  missing: "is missing",
  unlinked: "does not follow the one before it",
  valueAltered: "has values that were altered",
  valueMissing: "has lost its values, and no erasure says so",
  cutOff: "is the last one, but the chain had gone on",
};

export const verifyAudit: Command = {
  name: "verify-audit",
  summary:
    "Walks the audit from its first entry to its last and says whether anything was altered or taken out.",
  positionals: [],
  options: {},
  async run() {
    await withInstallation(async (store) => {
      const report = await verifyAuditChain(store.db);
      if (report.kind === "broken") {
        const lines = report.faults.map(({ seq, problem }) => `  entry ${seq} ${PROBLEMS[problem]}`);
        throw new Refusal(`the audit is not whole:\n${lines.join("\n")}`);
      }
      console.log(`The audit is whole: ${report.entries} entries.`);
      console.log(`Its last hash, to keep elsewhere and compare later: ${report.head}`);
    });
  },
};
