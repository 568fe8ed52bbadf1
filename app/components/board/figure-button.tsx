import { Form } from "@remix-run/react";
import { Button } from "nhsuk-react-components";

interface FigureButtonProps {
  run: string;
  /** The question, as `askText` writes it. */
  ask: string;
  /** What it is asked of, for screen readers. */
  of: string;
}

/** Asks for the true figure of an estimate: the week is planned again near its plan. */
export function FigureButton({ run, ask, of }: FigureButtonProps) {
  return (
    <Form method="post" action={`/runs/${run}/figure`} className="app-figure-form app-no-print">
      <input type="hidden" name="ask" value={ask} />
      <Button type="submit" secondary className="app-figure-button" preventDoubleClick>
        Work out the true figure<span className="nhsuk-u-visually-hidden">: {of}</span>
      </Button>
    </Form>
  );
}
