import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { readGrant, readPerson } from "~/auth/grant-form";
import { guarded } from "~/auth/guard.server";
import { GrantFields } from "~/components/grant-fields";
import { Notice } from "~/components/notice";
import { OneTimePassword } from "~/components/one-time-password";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { problemOf, ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { addUser } from "~/services/manage-users.server";
import { placeChoices, roleChoices } from "~/views/users.server";

export const meta = () => pageTitle("Add a user");

export const loader = guarded("user.manage", ({ user }) => ({
  roles: roleChoices(),
  places: placeChoices(user),
}));

export const action = guarded("user.manage", async ({ request, user }) => {
  const form = await readForm(request);
  const { name, email, problems } = readPerson(form);
  const wanted = readGrant(form);
  if (problems.length > 0 || "problems" in wanted) {
    const all = [...problems, ...("problems" in wanted ? wanted.problems : [])];
    return data({ kind: "problems" as const, problems: all, name, email }, { status: 400 });
  }
  const answer = await addUser(user, { name, email }, wanted.grant);
  if (answer.kind !== "notAllowed") return { ...answer, name: answer.kind === "added" ? name : answer.name };
  const refused = [{ field: "", message: answer.message }];
  return data({ kind: "problems" as const, problems: refused, name, email }, { status: 403 });
});

export default function NewUser() {
  const { roles, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.kind === "added" || answer?.kind === "grantedToExisting") return <Added {...answer} />;
  return (
    <>
      <Back to="/users">Users</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading>Add a user</PageHeading>
      <Form method="post" noValidate>
        <TextInput
          id="name"
          name="name"
          label="Name"
          width="20"
          autoComplete="off"
          defaultValue={answer?.name}
          error={problemOf(answer?.problems, "name")}
        />
        <TextInput
          id="email"
          name="email"
          type="email"
          label="E-mail address"
          hint="It is the name to sign in with"
          width="20"
          autoComplete="off"
          spellCheck={false}
          defaultValue={answer?.email}
          error={problemOf(answer?.problems, "email")}
        />
        <GrantFields roles={roles} places={places} problems={answer?.problems} />
        <Button type="submit" preventDoubleClick>
          Add user
        </Button>
      </Form>
    </>
  );
}

type AddedProps =
  | { kind: "added"; id: string; name: string; password: string }
  | { kind: "grantedToExisting"; id: string; name: string };

function Added(props: AddedProps) {
  const { id, name } = props;
  return (
    <>
      <Back to="/users">Users</Back>
      {props.kind === "added" ? (
        <>
          <Notice success>{name} was added.</Notice>
          <OneTimePassword name={name} password={props.password} />
        </>
      ) : (
        <Notice success>
          {name} had an account already, which now has this role too. The password stays.
        </Notice>
      )}
      <p>
        <Link to={`/users/${id}`}>See the account of {name}</Link>
      </p>
    </>
  );
}
