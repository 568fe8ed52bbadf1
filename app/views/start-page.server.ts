import type { User } from "~/auth/visitor.server";
import { isRole, permissionSentence, roleFacts, type Permission } from "~/facts/roles";
import { navigationOf } from "./shell.server";

export interface StartPage {
  name: string;
  /** Names of the user's roles. */
  roles: string[];
  tasks: { to: string; text: string; sentence: string }[];
}

/** What each place is for, in the words of the permission that opens it. */
const PURPOSE: Record<string, Permission> = {
  "/waiting-list": "waitingList.view",
  "/sessions": "session.view",
  "/weeks": "plan.view",
  "/today": "list.view",
  "/imports": "import.view",
  "/users": "user.manage",
};

/** The places that a user may go to, and what one does there. */
export function startPage(user: User): StartPage {
  const roles = user.grants.flatMap(({ role }) => (isRole(role) ? [roleFacts(role).name] : []));
  const tasks = navigationOf(user).flatMap(({ to, text }) => {
    const purpose = PURPOSE[to];
    return purpose ? [{ to, text, sentence: `${permissionSentence(purpose)}.` }] : [];
  });
  return { name: user.name, roles: [...new Set(roles)], tasks };
}
