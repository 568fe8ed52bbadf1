import { permissionSentence, roleFacts, rolesWith, type Permission } from "~/facts/roles";
import { forbidden } from "~/http/refusal";
import { store } from "~/store.server";
import { scopeOf, listUsers } from "~db/users";
import { mayAnywhere } from "./grants";
import type { User } from "./visitor.server";

function inWords(names: string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)!}`;
}

/** Those who can grant roles where the user works. */
async function administratorsFor(user: User): Promise<string[]> {
  const { db } = store();
  const colleagues = await listUsers(await scopeOf(db, user.id), db);
  return colleagues
    .filter(({ active, grants }) => active && mayAnywhere(grants, "user.manage"))
    .map(({ name }) => name);
}

/** The answer to somebody who lacks a permission: which one, which roles hold it and whom to ask. */
export async function refusalOf(user: User, permission: Permission) {
  const roles = inWords(rolesWith(permission).map((role) => roleFacts(role).name));
  const administrators = await administratorsFor(user);
  const whom = administrators.length > 0 ? inWords(administrators) : "an administrator of Hublist";
  return forbidden(
    `You lack the permission “${permissionSentence(permission)}” (${permission}). ` +
      `These roles hold it: ${roles}. If you need it for your work, ask ${whom}.`,
  );
}
