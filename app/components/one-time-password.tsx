import { Panel } from "nhsuk-react-components";

interface OneTimePasswordProps {
  name: string;
  password: string;
}

/** A password that is shown this once. */
export function OneTimePassword({ name, password }: OneTimePasswordProps) {
  return (
    <>
      <Panel>
        <Panel.Title headingLevel="h2">One-time password for {name}</Panel.Title>
        <span className="app-code app-break">{password}</span>
      </Panel>
      <p className="app-measure">
        It is shown only now: write it down or read it out, and hand it over in person or by telephone, not by
        e-mail. At the first sign-in {name} chooses another.
      </p>
    </>
  );
}
