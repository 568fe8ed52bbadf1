import { Form } from "@remix-run/react";
import { Button, TextInput } from "nhsuk-react-components";
import { dateText } from "~/components/date-text";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { HandAnswer } from "~/views/hand/hand-answer.server";
import type { HandCaseRow } from "~/views/hand/hand-board.server";
import type { HandListPage } from "~/views/hand/hand-list.server";
import { AnswerBox } from "./answer-box";

interface HandListPageViewProps {
  page: HandListPage;
  answered?: { answer: HandAnswer; minutes: string; reason: string };
}

/** One list: its order, and the minutes that are kept free in it. */
export function HandListPageView({ page, answered }: HandListPageViewProps) {
  const { list, slots, week, organisation, words, done } = page;
  const query = `?${new URLSearchParams({ organisation })}`;
  return (
    <div className="app-measure">
      <Back to={`/weeks/${week}/change${query}`}>{`Board of the week of ${dateText(week, "date")}`}</Back>
      {answered ? <AnswerBox answer={answered.answer} /> : done ? <Notice success>{done}</Notice> : null}
      <PageHeading caption="Change the list of">{words}</PageHeading>
      <p>
        {list.specialties}. {list.surgeons}. {list.planned} of {list.length} minutes filled.
        {list.marks.length > 0 ? ` ${list.marks.join(", ")}.` : ""}
      </p>
      <Order page={page} query={query} />
      <section aria-labelledby="slots">
        <h2 className="nhsuk-heading-m" id="slots">
          Minutes held
        </h2>
        {slots.map((slot) => (
          <Form method="post" key={slot.id} className="app-hand__slot">
            <input type="hidden" name="slot" value={slot.id} />
            <p>
              <strong>{slot.minutes} minutes</strong>: {slot.words}
            </p>
            {page.asksReason ? <Reason id={`why-${slot.id}`} value={answered?.reason} /> : null}
            <Button type="submit" name="do" value="release" secondary small preventDoubleClick>
              Give these minutes free
            </Button>
          </Form>
        ))}
        {list.bookable ? (
          <Form method="post">
            <TextInput
              id="minutes"
              name="minutes"
              label="Minutes to hold"
              hint={`${Math.max(0, list.length - list.planned)} minutes of this list are free.`}
              inputMode="numeric"
              width="4"
              defaultValue={answered?.minutes ?? ""}
            />
            <Reason id="reason" value={answered?.reason} />
            <Button type="submit" name="do" value="hold" preventDoubleClick>
              Hold them
            </Button>
          </Form>
        ) : null}
      </section>
    </div>
  );
}

function Order({ page: { list, week, asksReason }, query }: { page: HandListPage; query: string }) {
  const byHand = list.marks.includes("Ordered by hand");
  return (
    <section aria-labelledby="order">
      <h2 className="nhsuk-heading-m" id="order">
        Order
      </h2>
      {list.cases.length === 0 ? <p>No case on this list.</p> : null}
      <ol className="app-hand__order">
        {list.cases.map((item, at) => (
          <li key={item.entry}>
            <Form method="post">
              <input type="hidden" name="entry" value={item.entry} />
              <input type="hidden" name="base" value={list.order} />
              <CaseWords item={item} href={`/weeks/${week}/change/cases/${item.entry}${query}`} />
              {asksReason ? <Reason id={`why-${item.entry}`} /> : null}
              <span className="app-buttons">
                {at > 0 ? <Step value="earlier" item={item} /> : null}
                {at < list.cases.length - 1 ? <Step value="later" item={item} /> : null}
              </span>
            </Form>
          </li>
        ))}
      </ol>
      {byHand ? (
        <Form method="post">
          <input type="hidden" name="base" value={list.order} />
          {asksReason ? <Reason id="why-rules" /> : null}
          <Button type="submit" name="do" value="rules" secondary preventDoubleClick>
            Back to the order of the rules
          </Button>
        </Form>
      ) : null}
    </section>
  );
}

function CaseWords({ item, href }: { item: HandCaseRow; href: string }) {
  return (
    <p>
      {item.start}, {item.minutes} min, {item.priority}: <a href={href}>{item.patient}</a>, {item.procedure}
      {item.marks.length > 0 ? ` (${item.marks.join(", ")})` : ""}
    </p>
  );
}

function Step({ value, item }: { value: "earlier" | "later"; item: HandCaseRow }) {
  return (
    <button type="submit" name="do" value={value} className="app-hand__button">
      {value === "earlier" ? "Earlier" : "Later"}
      <span className="nhsuk-u-visually-hidden">: {item.patient}</span>
    </button>
  );
}

function Reason({ id, value = "" }: { id: string; value?: string }) {
  return (
    <TextInput
      id={id}
      name="reason"
      label="Why"
      width="20"
      maxLength={500}
      autoComplete="off"
      defaultValue={value}
    />
  );
}
