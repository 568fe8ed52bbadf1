import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import css from "~/components/lists/letter.css?url";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import planCss from "~/components/preparation/plan-paper.css?url";
import { ReferralSheet } from "~/components/preparation/referral-sheet";
import { Back } from "~/components/trail";
import { notFound } from "~/http/refusal";
import { referralLetter } from "~/views/preparation/referral-letter.server";

export const links = () => [css, planCss].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Referral letter");

export const loader = guarded("preparation.follow", async ({ params, user, scope }) => {
  const letter = await referralLetter(user, scope, params.entry ?? "", params.item ?? "");
  if (!letter) throw notFound("There is no such referral in the plan of a patient of yours.");
  return letter;
});

export default function PrintReferral() {
  const letter = useLoaderData<typeof loader>();
  return (
    <>
      <div className="app-no-print">
        <Back to={`/triage/${letter.id}/plan`}>Preparation plan</Back>
        <PageHeading>Referral letter</PageHeading>
        <p>
          A4 upright. Read it, print it with the browser, sign and send it; then record on the plan that it
          was sent.
        </p>
      </div>
      <ReferralSheet letter={letter} />
    </>
  );
}
