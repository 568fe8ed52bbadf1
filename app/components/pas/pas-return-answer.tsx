import { DataTable } from "~/components/data-table";
import { Notice } from "~/components/notice";
import type { Fault } from "~/domain/fault";

interface Returned {
  done: number;
  failed: number;
  same: number;
  faults: Fault[];
}

/** What became of a return file: rows that were marked, and those with faults, by their row in it. */
export function PasReturnAnswer({ returned: { done, failed, same, faults } }: { returned: Returned }) {
  const again = same > 0 ? ` ${same} said again what stood already.` : "";
  return (
    <>
      <Notice success={faults.length === 0}>
        Return file taken in: {done} done, {failed} failed.{again}
        {faults.length > 0 ? ` ${faults.length} with a fault, named below; the others count.` : ""}
      </Notice>
      {faults.length > 0 ? (
        <DataTable caption="Rows with a fault" rows>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, value, message }) => (
              <tr key={`${row}|${column}|${message}`}>
                <td>{row === 0 ? "The file" : row}</td>
                <td data-label="Column">{column}</td>
                <td data-label="Value">{value}</td>
                <td data-label="What is wrong">{message}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </>
  );
}
