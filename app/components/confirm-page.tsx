import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { PageHeading } from "./page-heading";

interface ConfirmPageProps {
  /** The question, such as "End all sign-ins of Amara Okafor?". */
  question: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The button: a verb, such as "End sign-ins". */
  doText: string;
  /** Hard to undo: the button is red. */
  warning?: boolean;
  /** Where one goes who does not want to. */
  cancelTo: string;
  /** Hidden fields of the form. */
  fields?: Record<string, string>;
}

/** Asks once more before something that cannot be undone with one click. */
export function ConfirmPage({
  question,
  children,
  doText,
  warning,
  cancelTo,
  fields = {},
}: ConfirmPageProps) {
  return (
    <div className="app-measure">
      <PageHeading>{question}</PageHeading>
      {children}
      <Form method="post">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="app-buttons">
          <Button type="submit" warning={warning} preventDoubleClick>
            {doText}
          </Button>
          <Link to={cancelTo}>Cancel</Link>
        </div>
      </Form>
    </div>
  );
}
