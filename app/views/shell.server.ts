import type { AppLoadContext } from "@remix-run/node";
import { installationMode, visitorOf, type User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { NavigationItem } from "~/components/navigation";
import type { IsoDate } from "~/domain/calendar";
import type { Permission } from "~/facts/roles";
import { version } from "../../package.json";

/** What stands round every page. */
export interface Shell {
  user: { name: string; place: string } | null;
  navigation: NavigationItem[];
  demo: boolean;
  today: IsoDate;
  version: string;
  requestId: string;
  /** The form that this page answers was not accepted. */
  refused: boolean;
}

/** The places of the primary navigation and what it takes to see them; null: being signed in. */
const PLACES: (NavigationItem & { permission: Permission | null })[] = [
  { to: "/", text: "Home", permission: null },
  { to: "/waiting-list", text: "Waiting list", permission: "waitingList.view" },
  { to: "/triage", text: "Triage", permission: "triage.view" },
  { to: "/messages", text: "Messages", permission: "message.send" },
  { to: "/sessions", text: "Sessions", permission: "session.view" },
  { to: "/six-four-two", text: "6-4-2", permission: "session.view" },
  { to: "/weeks", text: "Week", permission: "plan.view" },
  { to: "/today", text: "Today", permission: "list.view" },
  { to: "/meetings", text: "Meeting", permission: "meeting.hold" },
  { to: "/figures", text: "Figures", permission: "figures.view" },
  { to: "/imports", text: "Import", permission: "import.view" },
  { to: "/users", text: "Users", permission: "user.manage" },
];

/** The places that a user may go to. */
export function navigationOf(user: Pick<User, "may">): NavigationItem[] {
  return PLACES.filter(({ permission }) => permission === null || user.may(permission)).map(
    ({ to, text }) => ({
      to,
      text,
    }),
  );
}

/** Where the user works, in words: the organisation, and its sites unless it is all of them. */
export function placeOf({
  grants,
  organisations,
  sites,
}: Pick<User, "grants" | "organisations" | "sites">): string {
  return organisations
    .map(({ code, name }) => {
      const whole = grants.some((grant) => grant.organisation === code && grant.site === null);
      const own = sites.filter((site) => site.organisation === code).map((site) => site.name);
      return whole || own.length === 0 ? name : `${name}: ${own.join(", ")}`;
    })
    .join("; ");
}

/** Header, navigation and footer for the visitor of a request. */
export async function shellOf(request: Request, context: AppLoadContext): Promise<Shell> {
  const user = await visitorOf(request, context);
  return {
    user: user && { name: user.name, place: placeOf(user) },
    navigation: user ? navigationOf(user) : [],
    demo: (await installationMode()) === "demo",
    today: today(),
    version,
    requestId: context.requestId,
    refused: context.refused === true,
  };
}
