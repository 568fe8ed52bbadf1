import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import type { ListPage, ListPageCase } from "~/views/list-page.server";

/** The cases of a list in their order, with their marks and whether the patient knows the date. */
export function ListCases({ page }: { page: ListPage }) {
  if (page.cases.length === 0)
    return <EmptyState heading="No case on this list">Cases are placed on the page of the week.</EmptyState>;
  return (
    <DataTable caption="Cases in their order" captionHidden rows>
      <thead>
        <tr>
          <th scope="col" className="app-number">
            Place
          </th>
          <th scope="col">Patient</th>
          <th scope="col">Arrives</th>
          <th scope="col">Starts</th>
          <th scope="col">Procedure</th>
          <th scope="col">Marks</th>
          <th scope="col">Date told</th>
        </tr>
      </thead>
      <tbody>
        {page.cases.map((item) => (
          <Row key={item.entry} item={item} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ item }: { item: ListPageCase }) {
  const { order, patient, link, numbers, admission, start, minutes, procedure, anaesthetic } = item;
  return (
    <tr>
      <td className="app-number app-list-place">{order}</td>
      <th scope="row" data-label="Patient">
        {link ? <Link to={link}>{patient}</Link> : patient}
        <span className="app-cell-note">{numbers}</span>
      </th>
      <td data-label="Arrives">{admission}</td>
      <td data-label="Starts">
        {start}
        <span className="app-cell-note">{minutes} min</span>
      </td>
      <td data-label="Procedure">
        {procedure}
        <span className="app-cell-note">{anaesthetic}</span>
      </td>
      <td data-label="Marks">
        <Marks item={item} />
      </td>
      <td data-label="Date told">
        <Told item={item} />
        {item.cancelHref ? (
          <span className="app-cell-note app-no-print">
            <Link to={item.cancelHref}>
              Cancel this case<span className="nhsuk-u-visually-hidden">: {patient}</span>
            </Link>
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Marks({ item }: { item: ListPageCase }) {
  const { marks, golden, provisional, gone, beforeStageTwo, cannotCome, overridden, orderNotes } = item;
  return (
    <>
      {golden ? <strong className="app-list-mark">Golden patient</strong> : null}
      {provisional ? (
        <strong className="app-list-mark app-list-mark--attention">Provisional: not confirmed fit</strong>
      ) : null}
      {gone ? (
        <strong className="app-list-mark app-list-mark--attention">No longer on the waiting list</strong>
      ) : null}
      {cannotCome ? (
        <strong className="app-list-mark app-list-mark--attention">
          The patient cannot come on this day
        </strong>
      ) : null}
      {beforeStageTwo ? (
        <strong className="app-list-mark app-list-mark--attention">
          Booked before stage two of the shared decision
        </strong>
      ) : null}
      <span className="app-list-marks">{marks.join(", ")}</span>
      {overridden.length > 0 ? (
        <span className="app-cell-note">Rules set aside: {overridden.join(", ")}</span>
      ) : null}
      {orderNotes.map((note) => (
        <span key={note} className="app-cell-note">
          Order to check: {note}
        </span>
      ))}
    </>
  );
}

function Told({ item: { notice, provisional } }: { item: ListPageCase }) {
  if (provisional && !notice.told && !notice.outdated) return <>Not to be told yet</>;
  return (
    <>
      {notice.attention ? (
        <strong className="app-list-mark app-list-mark--attention">Patient {notice.attention}</strong>
      ) : null}
      {notice.words}
      {notice.outdated ? <span className="app-cell-note">{notice.outdated}</span> : null}
    </>
  );
}
