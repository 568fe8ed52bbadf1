import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Access } from "../../app/auth/guard.server";
import { DEMO_ACCOUNTS } from "../../app/auth/demo-accounts";
import type { Role } from "../../app/facts/roles";
import roles from "../../app/facts/roles.json" with { type: "json" };
import { root, stateOf } from "./setup/places";
import { expect, test } from "./setup/test";

interface BuiltRoute {
  id: string;
  path?: string;
  parentId?: string;
  index?: boolean;
  module: { loader?: { access: Access }; action?: { access: Access } };
}

/** One address that a visitor can send a request to, and what everybody on its way declares. */
interface Door {
  method: "GET" | "POST";
  path: string;
  accesses: Access[];
}

type Routes = Record<string, BuiltRoute>;

const chainOf = (routes: Routes, route: BuiltRoute): BuiltRoute[] =>
  route.parentId ? [...chainOf(routes, routes[route.parentId]!), route] : [route];

/** Parameters name nothing that there is. */
const filled = (path: string) => path.replace(/:\w+\??/g, "nothing-of-the-kind").replace(/\*$/, "nowhere");

function doorsOf(routes: Routes): Door[] {
  return Object.values(routes).flatMap((route) => {
    if (route.id === "root") return [];
    const chain = chainOf(routes, route);
    const path = "/" + chain.flatMap(({ path }) => (path ? [filled(path)] : [])).join("/");
    const loaders = chain.flatMap(({ module }) => (module.loader ? [module.loader.access] : []));
    const { loader, action } = route.module;
    const post = route.index ? `${path}?index` : path;
    return [
      ...(loader ? [{ method: "GET" as const, path, accesses: loaders }] : []),
      ...(action ? [{ method: "POST" as const, path: post, accesses: [action.access] }] : []),
    ];
  });
}

async function builtDoors(): Promise<Door[]> {
  const build = (await import(pathToFileURL(join(root, "build/server/index.js")).href)) as { routes: Routes };
  return doorsOf(build.routes);
}

/** The cookies of a role, as a request sends them. */
function cookiesOf(role: Role): string {
  const { cookies } = JSON.parse(readFileSync(stateOf(role), "utf8")) as {
    cookies: { name: string; value: string }[];
  };
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/**
 * What came of knocking: let in (whatever the page then said), led to the sign-in page or to a patient's link, or
 * forbidden. There are more than a thousand knocks, so they are plain requests.
 */
async function knock({ method, path }: Door, origin: string, cookie = ""): Promise<string> {
  const body = method === "POST" ? new URLSearchParams() : undefined;
  const headers = { Origin: origin, cookie };
  const answer = await fetch(`${origin}${path}`, { method, redirect: "manual", headers, body });
  await answer.arrayBuffer();
  if (answer.status >= 500) return `failed with ${answer.status}`;
  if (answer.status === 403) return "forbidden";
  const to = answer.headers.get("location");
  if (answer.status === 302 && to === "/q") return "use your link";
  return answer.status === 302 && to?.startsWith("/sign-in") ? "sign in" : "in";
}

const isPatients = ({ accesses }: Door) => accesses.some(({ kind }) => kind === "patient");

const holds = (role: keyof typeof roles.roles, permission: string) =>
  (roles.roles[role].permissions as string[]).includes(permission);

test("every page and form lets in whom it declares, and nobody else", async ({ baseURL }) => {
  // Each of more than a hundred doors is knocked at by every role.
  test.slow();
  const doors = await builtDoors();
  expect(doors.length).toBeGreaterThan(8);
  const wrong: string[] = [];
  const compare = (who: string, door: Door, met: string, expected: string) => {
    if (met !== expected) wrong.push(`${who}, ${door.method} ${door.path}: ${met} instead of ${expected}`);
  };
  for (const door of doors) {
    // Signing out answers with the sign-in page, as it should.
    if (door.path === "/sign-out") continue;
    const isOpen = door.accesses.every(({ kind }) => kind === "open");
    const otherwise = isPatients(door) ? "use your link" : "sign in";
    compare("nobody", door, await knock(door, baseURL!), isOpen ? "in" : otherwise);
  }
  for (const { role } of DEMO_ACCOUNTS) {
    const cookie = cookiesOf(role);
    for (const door of doors.filter(({ accesses }) => accesses.some(({ kind }) => kind !== "open"))) {
      const lacking = door.accesses.some(
        (access) => access.kind === "permission" && !holds(role, access.permission),
      );
      const expected = isPatients(door) ? "use your link" : lacking ? "forbidden" : "in";
      compare(role, door, await knock(door, baseURL!, cookie), expected);
    }
  }
  expect(wrong).toEqual([]);
});
