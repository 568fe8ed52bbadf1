import { ErrorSummary } from "nhsuk-react-components";
import { useEffect } from "react";

/** What is wrong with a form: the `id` of its field (empty: the form as a whole) and words that say how to mend it. */
export interface Problem {
  field: string;
  message: string;
}

/** The message for one field, for the `error` of its component. */
export function problemOf(problems: Problem[] | undefined, field: string): string | undefined {
  return problems?.find((problem) => problem.field === field)?.message;
}

/** The box above a form that was not accepted: takes the focus, and each line leads to its field. */
export function ProblemSummary({ problems }: { problems: Problem[] | undefined }) {
  useEffect(() => {
    if (problems?.length && !document.title.startsWith("Error: "))
      document.title = `Error: ${document.title}`;
  }, [problems]);
  if (!problems?.length) return null;
  return (
    <ErrorSummary key={JSON.stringify(problems)} tabIndex={-1}>
      <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
      <ErrorSummary.List>
        {problems.map(({ field, message }) =>
          field ? (
            <ErrorSummary.ListItem key={field + message} href={`#${field}`}>
              {message}
            </ErrorSummary.ListItem>
          ) : (
            <li key={message}>{message}</li>
          ),
        )}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}
