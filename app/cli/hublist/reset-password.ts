import { revokeSignInsOf } from "~db/sign-in-sessions";
import { findAccountByEmail, setPassword } from "~db/users";
import { commandActor, withInstallation } from "../installation";
import { Refusal, type Command } from "./command";
import { requireEmail } from "./email";
import { choosePassword, PASSWORD_OPTIONS } from "./password";

export const resetPassword: Command = {
  name: "reset-password",
  summary: "Gives an account a new password, lifts a lock-out and ends its sign-ins.",
  positionals: [],
  options: {
    email: { type: "string", value: "ADDRESS", words: "E-mail address of the account", required: true },
    ...PASSWORD_OPTIONS,
  },
  async run(given) {
    const email = requireEmail(given.required("email"), "email");
    await withInstallation(async (store) => {
      const account = await findAccountByEmail(store.db, email);
      if (!account) throw new Refusal(`There is no account with the address ${email}.`);
      const { hash, words } = await choosePassword(given, email);
      const actor = commandActor("hublist reset-password");
      await store.commit(actor, "user.reset-password", async () => {
        await setPassword(store, actor, account.id, hash);
        await revokeSignInsOf(store, actor, account.id);
      });
      console.log(
        `${account.name} (${email}) has a new password, and every sign-in of the account was ended.`,
      );
      if (words) console.log(words);
    });
  },
};
