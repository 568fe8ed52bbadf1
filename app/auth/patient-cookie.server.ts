import { createCookie } from "@remix-run/node";

/** A patient's browser is known by a cookie of its own: it opens no page of staff, and theirs opens none of patients. */
const plain = createCookie("hublist-patient", { httpOnly: true, sameSite: "lax", path: "/" });
const secure = createCookie("__Host-hublist-patient", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: true,
});
const cookieFor = (https: boolean) => (https ? secure : plain);

/** The token that a patient's browser shows, or null. */
export async function readPatientToken(request: Request, https: boolean): Promise<string | null> {
  const token: unknown = await cookieFor(https).parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : null;
}

/** The header that gives a patient's browser its token; it is gone when the browser closes. */
export const givePatientToken = (token: string, https: boolean): Promise<string> =>
  cookieFor(https).serialize(token);

/** The header that takes it back. */
export const takePatientToken = (https: boolean): Promise<string> =>
  cookieFor(https).serialize("", { maxAge: 0 });
