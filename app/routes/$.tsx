import { notFound } from "~/http/refusal";

export function loader() {
  throw notFound("There is no page at this address. Check it, or start from the home page.");
}
