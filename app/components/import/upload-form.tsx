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
  kind: ImportKind | null;
  sites: string[] | null;
}

interface UploadFormProps {
  organisation: UploadOrganisation;
  megabytes: number;
  values: UploadValues;
  problems?: Problem[];
}

/** Names what the file is and whom it speaks for, before anything of it is read. */
export function UploadForm({ organisation, megabytes, values, problems }: UploadFormProps) {
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="organisation" value={organisation.code} />
      <KindRadios chosen={values.kind ?? "waiting-list"} error={problemOf(problems, "kind")} />
      <SiteBoxes organisation={organisation} chosen={values.sites} error={problemOf(problems, "sites")} />
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

interface SiteBoxesProps {
  organisation: UploadOrganisation;
  chosen: string[] | null;
  error?: string;
}

function SiteBoxes({ organisation, chosen, error }: SiteBoxesProps) {
  return (
    <Checkboxes
      id="sites"
      name="sites"
      legend={`Which sites of ${organisation.name} does it speak for?`}
      legendProps={{ size: "s" }}
      hint="What Hublist holds for these sites and the file does not name counts as gone. Other sites are not touched."
      error={error}
      small
    >
      {organisation.sites.map(({ code, name }) => (
        <Checkboxes.Item key={code} value={code} defaultChecked={chosen === null || chosen.includes(code)}>
          {name} ({code})
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
