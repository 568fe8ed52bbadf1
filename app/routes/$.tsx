import { open } from "~/auth/guard.server";
import { notFound } from "~/http/refusal";

const nowhere = () => {
  throw notFound("There is no page at this address. Check it, or start from the home page.");
};

export const loader = open(nowhere);
export const action = open(nowhere);

export default function Nowhere() {
  return null;
}
