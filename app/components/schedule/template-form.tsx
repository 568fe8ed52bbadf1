import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { type Problem } from "~/components/problem-summary";
import type { Places } from "~/views/schedule/places.server";
import { FactFields } from "./fact-fields";
import { PlaceFields } from "./place-fields";
import type { TemplateValues } from "./template-values";
import { WhenFields } from "./when-fields";

interface TemplateFormProps {
  places: Places;
  values: TemplateValues;
  /** Revision that the form starts from; somebody's later change is not overwritten. */
  revision?: number;
  submitText: string;
  cancelTo: string;
  problems?: Problem[];
}

/** A recurring session: where, when, who and what. */
export function TemplateForm({
  places,
  values,
  revision,
  submitText,
  cancelTo,
  problems,
}: TemplateFormProps) {
  return (
    <Form method="post" noValidate className="app-schedule-form">
      <input type="hidden" name="step" value="save" />
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
      <PlaceFields places={places} values={values} problems={problems} />
      <WhenFields values={values} problems={problems} />
      <FactFields values={values} equipment={places.equipment} problems={problems} />
      <div className="app-buttons">
        <Button type="submit" preventDoubleClick>
          {submitText}
        </Button>
        <Link to={cancelTo}>Cancel</Link>
      </div>
    </Form>
  );
}
