import { Link } from "@remix-run/react";
import { ErrorSummary } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { HandAnswer } from "~/views/hand/hand-answer.server";

interface AnswerBoxProps {
  answer: HandAnswer;
  /** What can be done about a conflict: apply again, or drop. */
  children?: ReactNode;
}

/** Why nothing was changed: rules against it, or what somebody else did meanwhile. It takes the focus. */
export function AnswerBox({ answer, children }: AnswerBoxProps) {
  if (answer.kind === "done") return null;
  if (answer.kind === "refused")
    return (
      <ErrorSummary key={answer.sentences.join()} tabIndex={-1}>
        <ErrorSummary.Title>{answer.heading}</ErrorSummary.Title>
        <ErrorSummary.List>
          {answer.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ErrorSummary.List>
      </ErrorSummary>
    );
  const { heading, sentence, lines, more, advice } = answer.conflict;
  return (
    <ErrorSummary key={answer.revision} tabIndex={-1} className="app-hand__conflict">
      <ErrorSummary.Title>{heading}</ErrorSummary.Title>
      <p>{sentence}</p>
      <ErrorSummary.List>
        {lines.map(({ key, patient, link, what }) => (
          <li key={key}>
            {link ? <Link to={link}>{patient}</Link> : patient}: {what}
          </li>
        ))}
      </ErrorSummary.List>
      {more > 0 ? <p>And {more} more.</p> : null}
      <p>{advice}</p>
      {children}
    </ErrorSummary>
  );
}
