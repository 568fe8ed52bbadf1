import { Form, Link } from "@remix-run/react";
import { Button, Checkboxes, Details, Radios } from "nhsuk-react-components";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import { dateText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import type { CasePlace, HandCasePage } from "~/views/hand/hand-case.server";
import { AnswerBox } from "./answer-box";
import { ReasonField, type Answered } from "./reason-field";
import { SwapForm } from "./swap-form";

/** One case and all that can be done with its place, by plain forms. */
export function HandCase({ page, answered }: { page: HandCasePage; answered?: Answered }) {
  const { week, organisation, patient, link, facts, elsewhere, overriding, done } = page;
  const query = new URLSearchParams({ organisation });
  const back = overriding ? `/weeks/${week}?${query}` : `/weeks/${week}/change?${query}`;
  return (
    <div className="app-hand-case">
      <Back to={back}>{`${overriding ? "The" : "Board of the"} week of ${dateText(week, "date")}`}</Back>
      {answered ? (
        <AnswerBox answer={answered.answer}>
          <Again answered={answered} back={back} />
        </AnswerBox>
      ) : done ? (
        <Notice success>{done}</Notice>
      ) : null}
      <PageHeading
        caption={overriding ? "Set a rule aside for" : "Change the place of"}
        actions={link ? <Link to={link}>The patient&rsquo;s entry</Link> : null}
      >
        {patient}
      </PageHeading>
      <p>{facts.join(" · ")}</p>
      {overriding ? null : <Stands page={page} />}
      {elsewhere ? (
        <p className="app-hand__refusal">{elsewhere}</p>
      ) : (
        <MoveForm page={page} answered={answered} />
      )}
      {page.stands && !overriding ? <SwapForm page={page} answered={answered} /> : null}
      {page.stands && !overriding ? <OutForm page={page} answered={answered} /> : null}
    </div>
  );
}

/** The same change once more, on the week as it stands now. */
function Again({ answered, back }: { answered: Answered; back: string }) {
  if (answered.answer.kind !== "conflict") return null;
  const { baseRevision: _old, ...typed } = answered.typed;
  return (
    <Form method="post" className="app-buttons">
      {Object.entries(typed).map(([name, value]) =>
        name === "lifted" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {answered.lifted.map((code) => (
        <input key={code} type="hidden" name="lifted" value={code} />
      ))}
      <input type="hidden" name="baseRevision" value={answered.answer.revision} />
      <Button type="submit" secondary preventDoubleClick>
        Make my change all the same
      </Button>
      <Link to={back}>Drop it and look at the board</Link>
    </Form>
  );
}

function Stands({ page: { stands } }: { page: HandCasePage }) {
  if (!stands) return <p>On no list of this week.</p>;
  const { words, why, override, held, session, order } = stands;
  return (
    <div className="app-hand__stands">
      <p>
        Now in <strong>{words}</strong>. {why}.
        {override.length > 0 ? ` Set aside by a person: ${override.join(", ")}.` : null}
      </p>
      <Form method="post" className="app-buttons" aria-label="In its list">
        <input type="hidden" name="session" value={session} />
        <input type="hidden" name="base" value={order} />
        <Button type="submit" name="do" value="earlier" secondary small>
          Earlier in the list
        </Button>
        <Button type="submit" name="do" value="later" secondary small>
          Later in the list
        </Button>
        <Button type="submit" name="do" value={held ? "letGo" : "keep"} secondary small>
          {held ? "Let the next plan move it" : "Keep it here in the next plan"}
        </Button>
      </Form>
    </div>
  );
}

interface FormProps {
  page: HandCasePage;
  answered?: Answered;
}

function MoveForm({ page, answered }: FormProps) {
  const { places, refused, revision, lifts, lacks } = page;
  const chosen = answered?.typed.to ?? page.chosen;
  return (
    <section aria-labelledby="places">
      <h2 className="nhsuk-heading-m" id="places">
        {page.stands ? "Move to another list" : "Place in a list"}
      </h2>
      {places.length === 0 ? (
        <p>No list of this week can take this case. Why not stands below.</p>
      ) : (
        <Form method="post">
          <input type="hidden" name="do" value="move" />
          <input type="hidden" name="baseRevision" value={revision} />
          <Radios
            name="to"
            idPrefix="to"
            legend="Places, best for the score first"
            legendProps={{ size: "s" }}
            small
          >
            {places.map((place) => (
              <Radios.Item
                key={place.session}
                value={place.session}
                defaultChecked={place.session === chosen}
                hint={<PlaceHint place={place} />}
              >
                {place.words}
              </Radios.Item>
            ))}
          </Radios>
          {lifts.length > 0 ? (
            <Checkboxes
              name="lifted"
              idPrefix="lifted"
              legend="Rules that you set aside for this patient"
              legendProps={{ size: "s" }}
              hint="Only where a place above says that it breaks one. It stays marked with the case."
              small
            >
              {lifts.map(({ code, words }) => (
                <Checkboxes.Item key={code} value={code} defaultChecked={answered?.lifted.includes(code)}>
                  {words}
                </Checkboxes.Item>
              ))}
            </Checkboxes>
          ) : null}
          <ReasonField id="moveReason" answered={answered} />
          <Button type="submit" preventDoubleClick>
            {page.stands ? "Move" : "Place"}
          </Button>
        </Form>
      )}
      {lacks.map(({ permission, words }) => (
        <p key={permission} className="app-quiet">
          {words} You cannot do that yourself.
          {permission === "rule.override" ? (
            <>
              {" Give the address of this case to somebody who can: "}
              <strong>
                /weeks/{page.week}/change/override/{page.entry}
              </strong>
            </>
          ) : null}
        </p>
      ))}
      {refused.length > 0 ? (
        <Details>
          <Details.Summary>{counted(refused.length, "list")} that cannot take it, and why</Details.Summary>
          <Details.Text>
            <ul className="app-hand__refused">
              {refused.map((place) => (
                <li key={place.session}>
                  <strong>{place.words}</strong>: {place.all.join(" ")}
                </li>
              ))}
            </ul>
          </Details.Text>
        </Details>
      ) : null}
    </section>
  );
}

function PlaceHint({ place }: { place: CasePlace }) {
  return (
    <>
      {place.score} {place.kind === "liftable" ? <strong>Breaks a rule: </strong> : null}
      {place.all.join(" ")}
    </>
  );
}

/** Whoever is cancelled has a reason, and may be owed another date: that is more than being taken off. */
function CancelLink({ page: { cancelHref } }: { page: HandCasePage }) {
  if (cancelHref === null) return null;
  return (
    <p>
      <Link to={cancelHref}>Cancel this case instead, with its reason</Link>
    </p>
  );
}

function OutForm({ page, answered }: FormProps) {
  const { out, revision } = page;
  if (!out) return page.stands ? <CancelLink page={page} /> : null;
  return (
    <section aria-labelledby="out">
      <h2 className="nhsuk-heading-m" id="out">
        Take off the list
      </h2>
      <Form method="post">
        <input type="hidden" name="do" value="out" />
        <input type="hidden" name="baseRevision" value={revision} />
        {out.kind === "liftable" ? <input type="hidden" name="lifted" value="locked" /> : null}
        <p>
          {out.score} {out.all.join(" ")}
        </p>
        <ReasonField id="outReason" answered={answered} />
        <Button type="submit" secondary preventDoubleClick>
          Take off the list
        </Button>
      </Form>
      <CancelLink page={page} />
    </section>
  );
}
