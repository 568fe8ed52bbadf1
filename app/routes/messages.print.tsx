import { data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import css from "~/components/lists/letter.css?url";
import { OutboxPages } from "~/components/messages/outbox-pages";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Back } from "~/components/trail";
import { counted } from "~/domain/figure-words";
import { formText, readForm } from "~/http/form-text";
import { outboxLetters } from "~/views/messages/outbox-letters.server";

export const links = () => [{ rel: "stylesheet", href: css }];

export const meta = () => pageTitle("Print messages");

/** Nothing is printed by the address alone: messages are chosen on their page. */
export const loader = guarded("message.send", () => null);

export const action = guarded("message.send", async ({ request, user, scope }) => {
  const form = await readForm(request);
  const chosen = form.getAll("message").filter((id): id is string => typeof id === "string");
  return data({ large: formText(form, "size") === "large", ...(await outboxLetters(user, scope, chosen)) });
});

export default function PrintMessages() {
  const { large, letters, missing, unneeded } = useActionData<typeof action>() ?? {
    ...{ large: false, letters: [], missing: 0, unneeded: [] as string[] },
  };
  return (
    <>
      <div className="app-no-print">
        <Back to="/messages">Messages</Back>
        <PageHeading>{counted(letters.length, "message")} to print</PageHeading>
        <p className="app-measure">
          {letters.length === 0
            ? unneeded.length > 0
              ? "There is nothing to print."
              : "No message was chosen. Choose them on the page of messages."
            : "A4 upright, one page each. Print with the browser, then go back and record that they were posted."}
        </p>
        {unneeded.length > 0 ? (
          <p className="app-measure">
            <strong>{counted(unneeded.length, "message")} left out, not to be sent any more:</strong>{" "}
            {[...new Set(unneeded)].join("; ")}.
          </p>
        ) : null}
        {missing > 0 ? (
          <p className="app-measure">
            <strong>{counted(missing, "message")} not shown:</strong> posted meanwhile, or the file lies on
            another machine that serves Hublist.
          </p>
        ) : null}
      </div>
      <OutboxPages letters={letters} large={large} />
    </>
  );
}
