import { ACCOUNT_LIMIT, AttemptCounter } from "~/auth/attempts";
import { hashPassword, verifyPassword } from "~/auth/password-hash.server";
import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { revokeSignInsOf } from "~db/sign-in-sessions";
import { findAccountByEmail, setPassword } from "~db/users";
import { beginSignIn, newPasswordFault } from "./sign-in.server";

export interface PasswordChange {
  present: string;
  next: string;
  repeated: string;
}

/** changed: with the token of the sign-in that goes on, all others are over; refused: which field and why. */
export type PasswordChangeAnswer =
  { kind: "changed"; token: string } | { kind: "refused"; field: keyof PasswordChange; message: string };

/** An open browser left alone must not serve to guess its owner's password. */
const attempts = new AttemptCounter(ACCOUNT_LIMIT);

/** Changes one's own password: ends every sign-in of the account and starts a new one for this browser. */
export async function changePassword(user: User, change: PasswordChange): Promise<PasswordChangeAnswer> {
  const refused = (field: keyof PasswordChange, message: string) =>
    ({ kind: "refused", field, message }) as const;
  const at = Date.parse(store().now());
  if (attempts.isLocked(user.id, at)) return refused("present", "Too many wrong attempts. Try again later");
  const account = await findAccountByEmail(store().db, user.email);
  if (account?.demo) return refused("present", "A demo account keeps its password");
  attempts.noteWrong(user.id, at);
  if (!(await verifyPassword(change.present, account?.passwordHash ?? null)))
    return refused("present", "Enter your present password");
  attempts.clear(user.id);
  const fault = newPasswordFault(change.next, change.present, user.email);
  if (fault) return refused("next", fault);
  if (change.repeated !== change.next) return refused("repeated", "Enter the new password a second time");
  const actor = { kind: "user", id: user.id } as const;
  const hash = await hashPassword(change.next);
  await store().commit(actor, "user.change-password", async () => {
    await setPassword(store(), actor, user.id, hash);
    await revokeSignInsOf(store(), actor, user.id);
  });
  return { kind: "changed", token: await beginSignIn(user.id, user.signIn.userAgent) };
}
