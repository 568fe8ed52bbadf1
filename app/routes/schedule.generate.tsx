import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { DateText } from "~/components/date-text";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { GenerationPreview, SpanForm } from "~/components/schedule/generation-preview";
import schedule from "~/components/schedule/schedule.css?url";
import { Back } from "~/components/trail";
import { counted } from "~/domain/figure-words";
import { readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { generate } from "~/services/schedule/generate-sessions.server";
import { store } from "~/store.server";
import { comingOf, generationPage, spanAsked } from "~/views/schedule/generation.server";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: schedule }];
export const meta = () => pageTitle("Make the coming sessions");

const NOT_FOUND = "There is no organisation whose sessions you may change.";

export const loader = guarded("session.edit", async ({ request, scope }) => {
  const { searchParams } = new URL(request.url);
  const organisation = organisationShown(scope, searchParams);
  if (organisation === null) throw notFound(NOT_FOUND);
  return generationPage(scope, organisation, searchParams, today());
});

export const action = guarded("session.edit", async ({ request, user, scope }) => {
  const form = await readForm(request);
  const asked = new URLSearchParams(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const organisation = organisationShown(scope, asked);
  if (organisation === null) throw notFound(NOT_FOUND);
  if (!asked.has("from") || !asked.has("weeks"))
    throw badRequest("Say for which weeks: open the page again.");
  const { from, weeks, span } = spanAsked(asked, today());
  const coming = comingOf(span, today());
  const actor = { kind: "user", id: user.id } as const;
  const { made } = await generate(scope, store(), actor, { organisation, span: coming });
  return redirect(`/schedule/generate?organisation=${organisation}&from=${from}&weeks=${weeks}&made=${made}`);
});

export default function Generate() {
  const page = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const made = search.get("made");
  return (
    <>
      <Back to="/schedule">Master theatre schedule</Back>
      {made !== null && /^\d+$/.test(made) ? (
        <Notice success>{counted(Number(made), "session was", "sessions were")} made.</Notice>
      ) : null}
      <PageHeading
        caption={
          <>
            <DateText date={page.from} style="date" /> to <DateText date={page.to} style="date" />
          </>
        }
      >
        Make the coming sessions
      </PageHeading>
      <SpanForm page={page} />
      <GenerationPreview page={page} />
      {page.made > 0 ? (
        <Form method="post">
          <input type="hidden" name="organisation" value={page.organisation} />
          <input type="hidden" name="from" value={page.from} />
          <input type="hidden" name="weeks" value={page.weeks} />
          <Button type="submit" preventDoubleClick>
            Make {counted(page.made, "session")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
