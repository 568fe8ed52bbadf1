import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";

/** Says why nothing was cancelled. */
export function CancelRefused({ session, refusal }: { session: string; refusal: string }) {
  return (
    <div className="app-measure">
      <Back to={`/sessions/${session}/day`}>Running list</Back>
      <PageHeading>Nothing was cancelled</PageHeading>
      <p role="alert">{refusal}</p>
    </div>
  );
}
