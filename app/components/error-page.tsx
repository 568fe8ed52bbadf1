import { isRouteErrorResponse } from "@remix-run/react";
import type { Refusal } from "~/http/refusal";

interface Words {
  heading: string;
  message: string;
}

const WORDS: Record<number, Words> = {
  400: {
    heading: "Hublist did not understand that",
    message: "The address or the form held something Hublist cannot read. Go back and try again.",
  },
  403: {
    heading: "You do not have permission for this",
    message: "Ask an administrator of Hublist in your organisation.",
  },
  404: {
    heading: "Page not found",
    message:
      "If you typed the address, check that it is correct. If you followed a link, the page may have gone.",
  },
  405: {
    heading: "This page takes no form",
    message: "Go back to the page with the form and send it from there.",
  },
  409: {
    heading: "Somebody changed this in the meantime",
    message: "Nothing of yours was saved. Open the page again to see what changed.",
  },
  413: { heading: "That file is too large", message: "Nothing was read or changed." },
};

const DEFECT: Words = {
  heading: "Sorry, there is a problem with Hublist",
  message: "The fault was noted. Nothing was half done. Try again in a few minutes.",
};

function refusalOf(error: unknown): { status: number; refusal: Partial<Refusal> } {
  if (!isRouteErrorResponse(error)) return { status: 500, refusal: {} };
  const given: unknown = error.data;
  return { status: error.status, refusal: given && typeof given === "object" ? (given as Refusal) : {} };
}

/** What happened, for the heading and the title of the page. */
export function errorHeading(error: unknown): string {
  const { status, refusal } = refusalOf(error);
  return refusal.heading ?? (WORDS[status] ?? DEFECT).heading;
}

interface ErrorPageProps {
  /** What a loader, an action or a page threw. */
  error: unknown;
  /** Names the request when the error itself does not. */
  requestId?: string;
}

/** The page of an error: what happened and what to do, in plain words. Never a stack trace. */
export function ErrorPage({ error, requestId }: ErrorPageProps) {
  const { status, refusal } = refusalOf(error);
  const words = WORDS[status] ?? DEFECT;
  const id = refusal.requestId ?? (status >= 500 ? requestId : undefined);
  return (
    <div className="app-measure">
      <h1 className="nhsuk-heading-l">{errorHeading(error)}</h1>
      <p>{refusal.message ?? words.message}</p>
      {id ? (
        <p>
          If you report this, give the number <strong className="app-code">{id}</strong>.
        </p>
      ) : null}
      <p>
        <a href="/">Go to the home page</a>
      </p>
    </div>
  );
}
