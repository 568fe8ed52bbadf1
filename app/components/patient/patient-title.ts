/** The title of a patient's page for its `meta`. */
export const patientTitle = (title: string) => () => [{ title: `${title} - Before your operation` }];
