import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";

interface FilterFormProps {
  /** Says what is filtered, for those who cannot see the table below. */
  label: string;
  /** The fields. */
  children: ReactNode;
  /** Address without any filter. */
  resetTo: string;
  /** Where the filters are sent; missing: this page. */
  action?: string;
  submitText?: string;
}

/** The row of filters above a table; a plain GET form, so that a filtered table has an address. */
export function FilterForm({
  label,
  children,
  resetTo,
  action,
  submitText = "Apply filters",
}: FilterFormProps) {
  return (
    <search className="app-filter">
      <Form method="get" action={action} aria-label={label}>
        <div className="app-filter__fields">
          {children}
          <Button type="submit" secondary small>
            {submitText}
          </Button>
          <Link className="app-filter__reset" to={resetTo}>
            Clear filters
          </Link>
        </div>
      </Form>
    </search>
  );
}
