import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { OfferView } from "~/components/best-fit/offer-view";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { offerPage } from "~/views/offer.server";

export const meta = () => pageTitle("Earliest reasonable offer");

export const loader = guarded("waitingList.view", async ({ params, user, scope }) => {
  const page = await offerPage(user, scope, { entry: params.id!, number: Number(params.number) });
  if (page === null) throw notFound("There is no such offer of an entry that you may see.");
  return page;
});

export default function Offer() {
  return <OfferView page={useLoaderData<typeof loader>()} />;
}
