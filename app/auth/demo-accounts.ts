import type { Role } from "~/facts/roles";

/** Everybody may know it: demo accounts open nothing but a demo. */
export const DEMO_PASSWORD = "theatre-lists-demo";

export interface DemoAccount {
  name: string;
  email: string;
  role: Role;
}

/** One invented member of staff for each role. */
export const DEMO_ACCOUNTS: DemoAccount[] = [
  { name: "Sam Okonkwo", email: "scheduler@demo.hublist", role: "scheduler" },
  { name: "Priya Nair", email: "coordinator@demo.hublist", role: "coordinator" },
  { name: "Megan Pritchard", email: "nurse@demo.hublist", role: "preAssessmentNurse" },
  { name: "Dr Farid Haddad", email: "clinician@demo.hublist", role: "clinician" },
  { name: "Tom Ashworth", email: "theatre@demo.hublist", role: "theatre" },
  { name: "Grace Mensah", email: "ward@demo.hublist", role: "ward" },
  { name: "Helen Carmichael", email: "manager@demo.hublist", role: "manager" },
  { name: "Aled Rowlands", email: "administrator@demo.hublist", role: "administrator" },
];
