const NOWHERE = "http://nowhere.invalid";

/** The page to go to after signing in: a path of this site, or the home page for anything else. */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || /[\\\p{Cc}]/u.test(wanted)) return "/";
  const url = URL.canParse(wanted, NOWHERE) ? new URL(wanted, NOWHERE) : null;
  if (url?.origin !== NOWHERE || url.pathname.startsWith("//") || url.pathname === "/sign-in") return "/";
  return url.pathname + url.search;
}

/** The sign-in page that leads back to the page asked for; a form that was sent leads back to where it stood. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const to = request.method === "GET" ? pathname + search : refererPath(request);
  return to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`;
}

function refererPath(request: Request): string {
  const referer = request.headers.get("Referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const url = new URL(referer);
  return url.host === new URL(request.url).host ? url.pathname + url.search : "/";
}
