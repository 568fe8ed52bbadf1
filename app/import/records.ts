import Papa from "papaparse";

/** What is wrong with the quotation marks of a record. */
export type BrokenQuotes = "unterminated" | "misplaced";

export interface RecordHandler {
  /** `row` as a spreadsheet shows it: the first record is row 1, a quoted line break starts none, a blank line does. */
  record: (cells: string[], row: number) => void;
  broken: (row: number, fault: BrokenQuotes) => void;
}

/** Characters read at a time; also the longest record, so that one lost quotation mark cannot swallow the file. */
const PIECE = 1_000_000;
/** More records with broken quotation marks than this are no slips of one row. */
const MOST_BROKEN = 100;

/**
 * Splits comma-separated text (RFC 4180, lines end in "\n") into records, piece by piece.
 * A record with broken quotation marks is reported and reading goes on in the next line.
 * @returns false when it gave up after 100 broken records
 */
export function readRecords(text: string, handler: RecordHandler): boolean {
  let row = 1;
  let broken = 0;
  for (let start = 0; start < text.length && broken < MOST_BROKEN;) {
    const piece = readPiece(text, start, row, handler);
    start = piece.next;
    row = piece.nextRow;
    if (!piece.broken) continue;
    handler.broken(row++, piece.broken);
    start = nextLine(text, start);
    broken++;
  }
  return broken < MOST_BROKEN;
}

interface Piece {
  /** Where the first record begins that is not read yet, and its row. */
  next: number;
  nextRow: number;
  /** What is wrong with that record. */
  broken: BrokenQuotes | null;
}

function readPiece(text: string, start: number, firstRow: number, handler: RecordHandler): Piece {
  const end = pieceEnd(text, start);
  const piece: Piece = { next: start, nextRow: firstRow, broken: null };
  Papa.parse<string[]>(text.slice(start, end), {
    delimiter: ",",
    newline: "\n",
    step: ({ data, errors, meta }, parser) => {
      if (piece.next >= end) return;
      const fault = errors.find((error) => error.type === "Quotes");
      if (fault) {
        piece.broken = brokenQuotes(fault.code, end < text.length && piece.next > start);
        return parser.abort();
      }
      handler.record(data, piece.nextRow++);
      piece.next = start + meta.cursor;
    },
  });
  return piece;
}

/** A record that the end of the piece cuts is whole in the next one. */
function brokenQuotes(code: string, mayGoOn: boolean): BrokenQuotes | null {
  if (code !== "MissingQuotes") return "misplaced";
  return mayGoOn ? null : "unterminated";
}

function pieceEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start + PIECE);
  return end < 0 ? text.length : end + 1;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
