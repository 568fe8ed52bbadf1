import { Form, Link } from "@remix-run/react";
import { Button, Radios, TextInput } from "nhsuk-react-components";
import { DataTable } from "~/components/data-table";
import { OrderRules } from "~/components/board/order-rules";
import type { ListPage } from "~/views/list-page.server";

/** A number for the place of each case, the golden patient, and why. */
export function OrderForm({ page }: { page: ListPage }) {
  const fixed = page.lines.some(({ label, done }) => done && (label === "Signed off" || label === "Locked"));
  return (
    <Form method="post" key={JSON.stringify(page.stand)}>
      <input type="hidden" name="base" value={page.stand.order} />
      <p className="app-measure">
        Give each case the number of its place. Times and arrivals follow. Rules that the order does not keep
        are named on the list; nothing is refused.
      </p>
      <Places page={page} />
      {page.may.goldenIsOn ? (
        <p className="app-measure app-quiet">
          The golden patient goes first and is sent for first: fit, consented and seen by the anaesthetist the
          day before.
        </p>
      ) : null}
      <Radios id="how" name="how" legend="How is the list ordered?" legendProps={{ size: "s" }} small>
        <Radios.Item value="hand" defaultChecked>
          By the places above
        </Radios.Item>
        <Radios.Item value="rules">By the rules, with the golden patient first if one is chosen</Radios.Item>
      </Radios>
      <TextInput
        id="reason"
        name="reason"
        label={fixed ? "Why? This list is signed off or locked" : "Why? (may be left empty)"}
        width="20"
        maxLength={500}
        required={fixed}
      />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          Save the order
        </Button>
        <Link to={`/sessions/${page.session}/list`}>Cancel</Link>
      </div>
      <div className="app-section">
        <OrderRules />
      </div>
    </Form>
  );
}

function Places({ page }: { page: ListPage }) {
  return (
    <DataTable caption="Places of the cases" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Patient</th>
          <th scope="col">Starts now</th>
          <th scope="col">Procedure</th>
          <th scope="col">Marks</th>
          {page.may.goldenIsOn ? <th scope="col">Golden patient</th> : null}
        </tr>
      </thead>
      <tbody>
        {page.cases.map(({ entry, order, patient, start, minutes, procedure, marks, golden }) => (
          <tr key={entry}>
            <td>
              <input type="hidden" name="entry" value={entry} />
              <input
                className="nhsuk-input app-order__place"
                name={`place-${entry}`}
                defaultValue={order}
                inputMode="numeric"
                aria-label={`Place of ${patient}`}
              />
            </td>
            <td data-label="Patient">{patient}</td>
            <td data-label="Starts now">
              {start}, {minutes} min
            </td>
            <td data-label="Procedure">{procedure}</td>
            <td data-label="Marks">{marks.join(", ")}</td>
            {page.may.goldenIsOn ? (
              <td data-label="Golden patient">
                <input
                  type="radio"
                  name="golden"
                  value={entry}
                  defaultChecked={golden}
                  aria-label={`${patient} is the golden patient`}
                />
              </td>
            ) : null}
          </tr>
        ))}
        {page.may.goldenIsOn ? (
          <tr>
            <td colSpan={5}>No golden patient</td>
            <td data-label="Golden patient">
              <input
                type="radio"
                name="golden"
                value=""
                defaultChecked={page.cases.every(({ golden }) => !golden)}
                aria-label="No golden patient"
              />
            </td>
          </tr>
        ) : null}
      </tbody>
    </DataTable>
  );
}
