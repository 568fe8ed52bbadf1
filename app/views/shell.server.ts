import type { AppLoadContext } from "@remix-run/node";
import { today } from "~/clock.server";
import type { NavigationItem } from "~/components/navigation";
import type { IsoDate } from "~/domain/calendar";

/** What stands round every page. */
export interface Shell {
  user: { name: string; place: string } | null;
  navigation: NavigationItem[];
  demo: boolean;
  today: IsoDate;
  version: string;
  requestId: string;
}

/** Header, navigation and footer for the visitor of a request. */
export async function shellOf(_request: Request, { requestId }: AppLoadContext): Promise<Shell> {
  return { user: null, navigation: [], demo: false, today: today(), version: "", requestId };
}
