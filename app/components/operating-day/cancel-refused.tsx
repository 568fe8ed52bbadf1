import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";

interface CancelRefusedProps {
  session: string;
  /** What came of it: a case that was cancelled before is cancelled, so that nothing was is no heading for it. */
  heading: string;
  refusal: string;
}

/** Says why a case was not cancelled just now, or cannot be. */
export function CancelRefused({ session, heading, refusal }: CancelRefusedProps) {
  return (
    <div className="app-measure">
      <Back to={`/sessions/${session}/day`}>Running list</Back>
      <PageHeading>{heading}</PageHeading>
      <p role="alert">{refusal}</p>
    </div>
  );
}
