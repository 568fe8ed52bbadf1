import { DataTable } from "~/components/data-table";

interface FaultShown {
  row: number;
  column: string;
  value: string;
  message: string;
}

/** What is wrong with rows of the file, where, and what is expected; in the order of the file. */
export function FaultsTable({ caption, faults }: { caption: string; faults: FaultShown[] }) {
  return (
    <DataTable caption={caption} rows>
      <thead>
        <tr>
          <th scope="col" className="app-number">
            Row
          </th>
          <th scope="col">Column</th>
          <th scope="col">Value</th>
          <th scope="col">What is wrong, and what is expected</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ row, column, value, message }, index) => (
          <tr key={index}>
            <td className="app-number">{row === 0 ? "Whole file" : row}</td>
            <td className="app-break" data-label="Column">
              {column || (row === 0 ? "(whole file)" : "(whole row)")}
            </td>
            <td className="app-break" data-label="Value">
              {value || "(empty)"}
            </td>
            <td data-label="What is wrong">{message}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
