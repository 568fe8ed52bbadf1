import { Link } from "@remix-run/react";
import type { ListPage } from "~/views/list-page.server";

/** How the order came about, and the rules that it does not keep: for the surgeon and the anaesthetist to settle. */
export function ListOrderCard({ page }: { page: ListPage }) {
  const { orderedBy, breaks, may, session, cases } = page;
  return (
    <section className="app-section" aria-labelledby="order">
      <h2 className="nhsuk-heading-s" id="order">
        Order
      </h2>
      <p>
        {orderedBy ? `Ordered by ${orderedBy}.` : "In the order of the rules."}{" "}
        {may.order && cases.length > 0 ? (
          <Link to={`/sessions/${session}/list/order`}>Change the order</Link>
        ) : null}
      </p>
      {breaks.length > 0 ? (
        <>
          <p>This order does not keep these rules. Surgeon and anaesthetist decide:</p>
          <ul>
            {breaks.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : cases.length > 1 ? (
        <p>It keeps every rule that counts at this site.</p>
      ) : null}
    </section>
  );
}
