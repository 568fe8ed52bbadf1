import { Form } from "@remix-run/react";
import { Button, Checkboxes, FileUpload, Radios } from "nhsuk-react-components";
import { problemOf, type Problem } from "~/components/problem-summary";
import { IMPORT_KINDS, KIND_WORDS, type ImportKind } from "./import-words";

export interface UploadOrganisation {
  code: string;
  name: string;
  /** The sites that this person may speak for. */
  sites: { code: string; name: string }[];
}

/** What was filled in before the form came back; a browser never gives a file twice. */
export interface UploadValues {
  organisation: string | null;
  kind: ImportKind | null;
  sites: string[] | null;
}

interface UploadFormProps {
  /** At least one. */
  organisations: UploadOrganisation[];
  megabytes: number;
  values: UploadValues;
  problems?: Problem[];
}

/** Names what the file is and whom it speaks for, before anything of it is read. */
export function UploadForm({ organisations, megabytes, values, problems }: UploadFormProps) {
  return (
    // The page is loaded anew: a body over the limit is answered before it is read, with a page of its own.
    <Form method="post" encType="multipart/form-data" noValidate reloadDocument>
      <OrganisationChoice
        organisations={organisations}
        chosen={values.organisation}
        error={problemOf(problems, "organisation")}
      />
      <KindRadios chosen={values.kind ?? "waiting-list"} error={problemOf(problems, "kind")} />
      <SiteBoxes organisations={organisations} chosen={values.sites} error={problemOf(problems, "sites")} />
      <FileUpload
        id="file"
        name="file"
        accept=".csv,text/csv"
        label="The file"
        labelProps={{ size: "s" }}
        hint={`A CSV file of up to ${megabytes} MB. Nothing changes until you have seen what would change and confirmed it.`}
        error={problemOf(problems, "file")}
      />
      <Button type="submit" preventDoubleClick>
        Upload and compare
      </Button>
    </Form>
  );
}

function KindRadios({ chosen, error }: { chosen: ImportKind; error?: string }) {
  return (
    <Radios
      id="kind"
      name="kind"
      legend="What is in the file?"
      legendProps={{ size: "s" }}
      error={error}
      small
    >
      {IMPORT_KINDS.map((kind) => (
        <Radios.Item key={kind} value={kind} hint={KIND_WORDS[kind].hint} defaultChecked={kind === chosen}>
          {KIND_WORDS[kind].name}
        </Radios.Item>
      ))}
    </Radios>
  );
}

interface OrganisationChoiceProps {
  organisations: UploadOrganisation[];
  chosen: string | null;
  error?: string;
}

/** Who works for one organisation alone is not asked. */
function OrganisationChoice({ organisations, chosen, error }: OrganisationChoiceProps) {
  if (organisations.length === 1)
    return <input type="hidden" name="organisation" value={organisations[0]!.code} />;
  return (
    <Radios
      id="organisation"
      name="organisation"
      legend="Which organisation does the file come from?"
      legendProps={{ size: "s" }}
      error={error}
      small
    >
      {organisations.map(({ code, name }) => (
        <Radios.Item key={code} value={code} defaultChecked={code === chosen}>
          {name} ({code})
        </Radios.Item>
      ))}
    </Radios>
  );
}

interface SiteBoxesProps {
  organisations: UploadOrganisation[];
  chosen: string[] | null;
  error?: string;
}

function SiteBoxes({ organisations, chosen, error }: SiteBoxesProps) {
  const sites = organisations.flatMap((organisation) => organisation.sites);
  // Of several organisations none is ticked beforehand: a file comes from one of them.
  const ticked = (code: string) => (chosen === null ? organisations.length === 1 : chosen.includes(code));
  return (
    <Checkboxes
      id="sites"
      name="sites"
      legend={`Which sites ${organisations.length === 1 ? `of ${organisations[0]!.name} ` : ""}does it speak for?`}
      legendProps={{ size: "s" }}
      hint="What Hublist holds for these sites and the file does not name counts as gone. Other sites are not touched."
      error={error}
      small
    >
      {sites.map(({ code, name }) => (
        <Checkboxes.Item key={code} value={code} defaultChecked={ticked(code)}>
          {name} ({code})
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
