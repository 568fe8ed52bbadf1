import {
  REVIEW_KINDS,
  type ReviewKind,
  type ReviewState,
} from "~/domain/perioperative/review/long-wait-review";

/** What somebody asks of the list of reviews; empty site: all. */
export interface ReviewsQuery {
  state: ReviewState | "done" | null;
  kind: ReviewKind | null;
  site: string;
  page: number;
}

const STATES = ["overdue", "due", "upcoming", "done"] as const;

/** Reads the address of the page; what cannot be read counts as not asked. */
export function readReviewsQuery(search: URLSearchParams): ReviewsQuery {
  const page = Number(search.get("page") ?? "1");
  return {
    state: STATES.find((state) => state === search.get("state")) ?? null,
    kind: REVIEW_KINDS.find((kind) => kind === search.get("kind")) ?? null,
    site: search.get("site") ?? "",
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of the page as it is asked for. */
export function reviewsAddress({ state, kind, site, page }: ReviewsQuery): string {
  const search = new URLSearchParams();
  if (state) search.set("state", state);
  if (kind) search.set("kind", kind);
  if (site) search.set("site", site);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text === "" ? "/reviews" : `/reviews?${text}`;
}
