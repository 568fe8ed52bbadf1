import { Refusal } from "./command";

/** An e-mail address as an account is found by it; throws a Refusal that names the option. */
export function requireEmail(text: string, option: string): string {
  const address = text.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    throw new Refusal(`--${option} ${text}: expected an e-mail address such as name@example.nhs.uk.`);
  return address;
}
