/** The `meta` of a patient's page; "Error: " comes first where a page was not accepted, for those who hear it. */
export const patientTitle =
  (title: string) =>
  ({ data }: { data?: unknown } = {}) => {
    const faults = (data as { view?: { faults?: unknown[] } } | undefined)?.view?.faults ?? [];
    return [{ title: `${faults.length > 0 ? "Error: " : ""}${title} - Before your operation` }];
  };
