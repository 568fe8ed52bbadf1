import Papa from "papaparse";

/** Why a record cannot be divided into cells: its quotation marks, or more than a million characters. */
export type BrokenRecord = "unterminated" | "misplaced" | "long";

export interface RecordHandler {
  /**
   * `row` as a spreadsheet shows it: the first record is row 1, a quoted line break starts none, a blank line does.
   * Answers whether to go on reading.
   */
  record: (cells: string[], row: number) => boolean;
  /** `line`: the text that cannot be divided, to the end of its line. */
  broken: (row: number, fault: BrokenRecord, line: string) => void;
}

/** Characters read at a time; also the longest record, so that one lost quotation mark cannot swallow the file. */
const PIECE = 1_000_000;
/** So many broken records are no slips of one row. */
const MOST_BROKEN = 100;

/**
 * Splits comma-separated text (RFC 4180, lines end in "\n") into records, piece by piece.
 * A broken record is reported and reading goes on in the next line.
 * @returns false when it gave up after 100 broken records
 */
export function readRecords(text: string, handler: RecordHandler): boolean {
  let row = 1;
  let broken = 0;
  for (let start = 0; start < text.length && broken < MOST_BROKEN;) {
    const piece = readPiece(text, start, row, handler);
    if (piece.isLast) return true;
    start = piece.next;
    row = piece.nextRow;
    if (!piece.broken) continue;
    const next = nextLine(text, start);
    handler.broken(row++, piece.broken, text.slice(start, next));
    start = next;
    broken++;
  }
  return broken < MOST_BROKEN;
}

interface Piece {
  /** Where the first record begins that is not read yet, and its row. */
  next: number;
  nextRow: number;
  /** Why that record cannot be read. */
  broken: BrokenRecord | null;
  /** The handler wants no more. */
  isLast: boolean;
}

function readPiece(text: string, start: number, firstRow: number, handler: RecordHandler): Piece {
  const end = pieceEnd(text, start);
  const piece: Piece = {
    next: start,
    nextRow: firstRow,
    broken: end === start ? "long" : null,
    isLast: false,
  };
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
      piece.next = start + meta.cursor;
      piece.isLast = !handler.record(data, piece.nextRow++);
      if (piece.isLast) parser.abort();
    },
  });
  return piece;
}

/** A record that the end of the piece cuts is whole in the next one. */
function brokenQuotes(code: string, mayGoOn: boolean): BrokenRecord | null {
  if (code !== "MissingQuotes") return "misplaced";
  return mayGoOn ? null : "unterminated";
}

/** The end of the last whole line of the piece; its start when the first line is longer. */
function pieceEnd(text: string, start: number): number {
  if (start + PIECE >= text.length) return text.length;
  return Math.max(start, text.lastIndexOf("\n", start + PIECE - 1) + 1);
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
