import { Form } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import type { Problem } from "~/components/problem-summary";
import {
  SettingChoice,
  SettingInput,
  SettingsFields,
  SourceCell,
  switchChoices,
  switchValue,
} from "~/components/settings/setting-fields";
import type { ActionRow, ActionsPage } from "~/views/preparation/actions-page.server";

interface ActionsFormProps {
  page: ActionsPage;
  typed: Readonly<Record<string, string>>;
  problems: Problem[] | undefined;
}

/** Each action of preparation plans, with what a place may set about it and where it comes from. */
export function ActionsForm(props: ActionsFormProps) {
  const { page, typed, problems } = props;
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="base" value={page.number} />
      <SettingsFields
        mayEdit={page.mayEdit}
        legend="Actions of preparation plans"
        reason={typed.reason}
        save="Save"
        problems={problems}
      >
        <DataTable caption="Actions" captionHidden rows wide>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Counts</th>
              <th scope="col">Days</th>
              <th scope="col">Blocks</th>
              <th scope="col">Words for the patient</th>
              <th scope="col">Where it comes from</th>
            </tr>
          </thead>
          <tbody>
            {page.actions.map((action) => (
              <Row key={action.id} action={action} {...props} />
            ))}
          </tbody>
        </DataTable>
      </SettingsFields>
    </Form>
  );
}

function Row({ action, typed, problems }: ActionsFormProps & { action: ActionRow }) {
  const { id, title, due, otherwise, chosen, text, source, verified } = action;
  const days = (value: number | undefined) => (value === undefined ? "" : String(Math.abs(value)));
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="app-cell-note">
          {action.ownerName}; {action.starts}
        </span>
      </th>
      <td data-label="Counts">
        <SettingChoice
          id={`on-${id}`}
          label={`${title}: counts`}
          value={typed[`on-${id}`] ?? switchValue(chosen.on)}
          choices={switchChoices(otherwise.on ? "As it is: on" : "As it is: off")}
        />
      </td>
      <td data-label="Days">
        <SettingInput
          id={`days-${id}`}
          label={`${title}: days`}
          value={typed[`days-${id}`] ?? days(chosen.days)}
          inputMode="numeric"
          problems={problems}
        />
        <span className="app-cell-note">
          empty: {days(otherwise.days)},{" "}
          {due.from === "today"
            ? "from the day of the plan"
            : due.days < 0
              ? "before surgery"
              : "after surgery"}
          . {due.source} ({due.verified})
        </span>
      </td>
      <td data-label="Blocks">
        <SettingChoice
          id={`blocks-${id}`}
          label={`${title}: blocks`}
          value={typed[`blocks-${id}`] ?? (chosen.blocks === undefined ? "" : chosen.blocks ? "yes" : "no")}
          choices={[
            ["", otherwise.blocks ? "As it is: yes" : "As it is: no"],
            ["yes", "Yes"],
            ["no", "No"],
          ]}
        />
      </td>
      <td data-label="Words for the patient">
        {text !== null ? (
          <span className="app-cell-note">Quotes the approved text, else: {otherwise.text}</span>
        ) : (
          <>
            <SettingInput
              id={`text-${id}`}
              label={`${title}: words for the patient`}
              value={typed[`text-${id}`] ?? chosen.text ?? ""}
              width={20}
              problems={problems}
            />
            <span className="app-cell-note">empty: {otherwise.text}</span>
          </>
        )}
      </td>
      <SourceCell source={source} sure={verified} />
    </tr>
  );
}
