import { Form, Link } from "@remix-run/react";
import { Button, Tag } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import { REFERRAL_STATES, type ReferralState } from "~/domain/perioperative/preparation/step";
import type { ItemShown, PlanPage } from "~/views/preparation/plan-page.server";

export const REFERRAL_WORDS: Record<ReferralState, string> = {
  toSend: "To send",
  sent: "Sent",
  accepted: "Accepted",
  declined: "Declined",
  done: "Done",
};

/** The actions of one phase, each with how it stands. */
export function PlanItems({ page, phase }: { page: PlanPage; phase: ItemShown["phase"] }) {
  const items = page.items.filter((item) => item.phase === phase);
  if (items.length === 0) return null;
  return (
    <DataTable caption={phase === "before" ? "Before surgery" : "After surgery"} rows>
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Whose</th>
          <th scope="col">Due</th>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} id={`item-${item.id}`}>
            <th scope="row">
              {item.title}
              <span className="app-cell-note">{item.text}</span>
              {item.staffText ? <span className="app-cell-note">For staff: {item.staffText}</span> : null}
              <span className="app-cell-note">Because: {item.because.join("; ")}</span>
            </th>
            <td data-label="Whose">{item.owner}</td>
            <td data-label="Due">
              {item.due}
              {item.blocks ? (
                <span className="app-cell-note">Not ready for surgery before it is done</span>
              ) : null}
            </td>
            <td data-label="Stands">
              <Stands page={page} item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Stands({ page, item }: { page: PlanPage; item: ItemShown }) {
  const { done, help, referral, referralTo, overdue } = item;
  if (!page.plan) return referralTo ? <>Referral: {referralTo}</> : <>Suggested</>;
  return (
    <>
      {done ? (
        <>
          <Tag modifier="green">Done</Tag>
          <span className="app-cell-note">
            {done.by}, <InstantText at={new Date(done.at)} />
          </span>
        </>
      ) : overdue ? (
        <Tag modifier="red">Overdue</Tag>
      ) : (
        <Tag modifier="white">Open</Tag>
      )}
      {help ? (
        <span className="app-cell-note">
          <strong>Needs help</strong>
          {help.text ? `: “${help.text}”` : ""}, <InstantText at={new Date(help.at)} />
        </span>
      ) : null}
      {referral ? (
        <span className="app-cell-note">
          Referral to {referralTo}: <strong>{REFERRAL_WORDS[referral.state].toLowerCase()}</strong>
          {referral.by ? `, ${referral.by}` : ""}
          {referral.at ? (
            <>
              , <InstantText at={new Date(referral.at)} />
            </>
          ) : null}
          {referral.text ? `: ${referral.text}` : ""}
        </span>
      ) : null}
      {page.mayFollow ? <StepForms page={page} item={item} /> : null}
    </>
  );
}

/** What staff record about an action: each a plain form. */
function StepForms({
  page,
  item: { id, title, done, referral, referralTo },
}: {
  page: PlanPage;
  item: ItemShown;
}) {
  const spoken = <span className="nhsuk-u-visually-hidden">: {title}</span>;
  return (
    <div className="app-no-print">
      <Form method="post" className="app-inline-form">
        <input type="hidden" name="item" value={id} />
        <input type="hidden" name="does" value={done ? "open" : "done"} />
        <Button type="submit" secondary small>
          {done ? "Not done" : "Mark as done"}
          {spoken}
        </Button>
      </Form>
      {referral ? (
        <details className="nhsuk-details app-plan-referral">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Referral{spoken}</span>
          </summary>
          <Form method="post" className="nhsuk-details__text">
            <input type="hidden" name="item" value={id} />
            <input type="hidden" name="does" value="referral" />
            <label className="nhsuk-label" htmlFor={`state-${id}`}>
              How it stands
            </label>
            <select
              className="nhsuk-select"
              id={`state-${id}`}
              name="referral"
              defaultValue={referral.state}
              key={referral.state}
            >
              {REFERRAL_STATES.map((state) => (
                <option key={state} value={state}>
                  {REFERRAL_WORDS[state]}
                </option>
              ))}
            </select>
            <label className="nhsuk-label" htmlFor={`note-${id}`}>
              Note (optional)
            </label>
            <input className="nhsuk-input" id={`note-${id}`} name="text" maxLength={500} />
            <div className="app-buttons">
              <Button type="submit" secondary small>
                Record the referral{spoken}
              </Button>
              <Link to={`/triage/${page.patient.id}/plan/letters/${id}`}>
                Letter to {referralTo}
                {spoken}
              </Link>
            </div>
          </Form>
        </details>
      ) : null}
    </div>
  );
}
