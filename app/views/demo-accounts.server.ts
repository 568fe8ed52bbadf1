import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "~/auth/demo-accounts";
import { installationMode } from "~/auth/visitor.server";
import { roleFacts } from "~/facts/roles";

/** An account that anybody may try in a demo. */
export interface DemoAccountShown {
  name: string;
  email: string;
  password: string;
  role: string;
  does: string;
}

/** The accounts to try, in a demo; none in a live installation. */
export async function demoAccountsShown(): Promise<DemoAccountShown[]> {
  if ((await installationMode()) !== "demo") return [];
  return DEMO_ACCOUNTS.map(({ name, email, role }) => {
    const facts = roleFacts(role);
    return { name, email, password: DEMO_PASSWORD, role: facts.name, does: facts.sentence };
  });
}
