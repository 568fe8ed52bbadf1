import { createCookie } from "@remix-run/node";

/** Over https the name itself makes browsers insist on Secure, on this host alone and on the whole site. */
const plain = createCookie("hublist", { httpOnly: true, sameSite: "lax", path: "/" });
const secure = createCookie("__Host-hublist", { httpOnly: true, sameSite: "lax", path: "/", secure: true });
const cookieFor = (https: boolean) => (https ? secure : plain);

/** The token that a browser shows, or null. */
export async function readToken(request: Request, https: boolean): Promise<string | null> {
  const token: unknown = await cookieFor(https).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : null;
}

/** The header that gives a browser its token; it is gone when the browser closes. */
export function giveToken(token: string, https: boolean): Promise<string> {
  return cookieFor(https).serialize(token);
}

/** The header that takes the token back. */
export function takeToken(https: boolean): Promise<string> {
  return cookieFor(https).serialize("", { maxAge: 0 });
}
