import facts from "./roles.json";

/** What somebody may do, such as `plan.solve`: a thing and a verb. */
export type Permission = keyof typeof facts.permissions;
/** A set of permissions that people hold at a site. */
export type Role = keyof typeof facts.roles;

interface RoleFacts {
  name: string;
  sentence: string;
  permissions: Permission[];
}

export const PERMISSIONS = Object.keys(facts.permissions) as Permission[];
export const ROLES = Object.keys(facts.roles) as Role[];

const roles = facts.roles as Record<Role, RoleFacts>;

/** What the role is called, what it is for and what it may do. */
export const roleFacts = (role: Role): RoleFacts => roles[role];

/** What a permission lets somebody do, as a sentence without its full stop. */
export const permissionSentence = (permission: Permission): string => facts.permissions[permission];

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

/** The roles that hold a permission. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => roles[role].permissions.includes(permission));
}
