import { data } from "@remix-run/node";

/** What the visitor reads when a request is answered with an error page. */
export interface Refusal {
  /** Empty: the usual heading of the status. */
  heading?: string;
  message: string;
  /** Names a defect in the log. */
  requestId?: string;
}

const refusal = (status: number) => (message: string, heading?: string) =>
  data<Refusal>({ message, heading }, { status });

/** The request makes no sense: `throw badRequest("...")` says what was wrong and what to do. */
export const badRequest = refusal(400);
/** The visitor may not do this. */
export const forbidden = refusal(403);
/** There is no such thing, or none in the visitor's organisations and sites. */
export const notFound = refusal(404);
/** Somebody else changed it in the meantime. */
export const conflict = refusal(409);
/** A body over the limit. */
export const tooLarge = refusal(413);
