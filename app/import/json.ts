import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Fault } from "~/domain/fault";
import { readText } from "./bytes";
import type { JsonPath, Shape } from "./json-shape";
import { faultAt } from "./result";

const SAVE_AS_TEXT = "Save it as plain text in UTF-8 and choose that file.";
const WORDS: Record<string, string> = {
  InvalidCommentToken: "JSON has no comments: take this away.",
  PropertyNameExpected: "Expected a key in double quotation marks. Is there a comma too much before?",
  ValueExpected: "Expected a value. Is there a comma too much before?",
  ColonExpected: "Expected a colon.",
  CommaExpected: "Expected a comma.",
  CloseBraceExpected: "Expected a closing brace }.",
  CloseBracketExpected: "Expected a closing bracket ].",
  EndOfFileExpected: "Expected the end of the file: there is more than one value.",
  InvalidSymbol: "This is no JSON value. Texts and keys stand in double quotation marks.",
  InvalidNumberFormat: "This is no JSON number.",
  UnexpectedEndOfString: "This text is never closed.",
};

/** A JSON file that was read. `value` has the shape that was asked for when nothing is refused. */
export interface JsonResult {
  value: unknown;
  refused: Fault[];
}

/** Reads a file of strict JSON (no comments, no comma at the end) and checks its shape; faults carry line and path. */
export function readJson(bytes: Uint8Array, file: string, shape: Shape): JsonResult {
  const { text, refused } = readText(bytes, file, SAVE_AS_TEXT);
  if (refused) return { value: null, refused };
  try {
    return parsed(text, file, shape);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      value: null,
      refused: [faultAt(file, 1, "", "", "The brackets are nested too deeply to be read.")],
    };
  }
}

function parsed(text: string, file: string, shape: Shape): JsonResult {
  const value = parseOrNothing(text);
  if (value === undefined) return { value: null, refused: [syntaxFault(text, file)] };
  const faults = shape(value, []);
  if (faults.length === 0) return { value, refused: [] };
  const tree = parseTree(text);
  return {
    value: null,
    refused: faults.map(({ path, message }) => located(text, file, tree, path, message)),
  };
}

/** JSON has no `undefined`, so it can stand for text that is no JSON. */
function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first fault: what follows it is mostly its consequence. */
function syntaxFault(text: string, file: string): Fault {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const message = (first && WORDS[printParseErrorCode(first.error)]) ?? "This is not JSON.";
  const { offset, length } = first ?? { offset: 0, length: 0 };
  return faultAt(file, lineOf(text, offset), "", text.slice(offset, offset + length), message);
}

/** A fault with the line and text of the value at a path. */
function located(text: string, file: string, tree: Node | undefined, path: JsonPath, message: string): Fault {
  const node = tree && findNodeAtLocation(tree, path);
  const { offset, length } = node ?? { offset: 0, length: 0 };
  return faultAt(file, lineOf(text, offset), pathText(path), text.slice(offset, offset + length), message);
}

/** Keys that an object has twice, of which JSON silently takes the last. */
export function repeatedKeys(bytes: Uint8Array, file: string): Fault[] {
  const { text } = readText(bytes, file);
  if (text === null) return [];
  const faults: Fault[] = [];
  const visit = (node: Node, path: JsonPath) => {
    const seen = new Set<string>();
    node.children?.forEach((child, index) => {
      if (node.type === "array") return visit(child, [...path, index]);
      const [key, value] = child.children ?? [];
      const name = String(key?.value);
      if (seen.has(name))
        faults.push(
          faultAt(
            file,
            lineOf(text, child.offset),
            pathText([...path, name]),
            name,
            "This key stands twice: expected once.",
          ),
        );
      seen.add(name);
      if (value) visit(value, [...path, name]);
    });
  };
  const tree = parseTree(text);
  if (tree) visit(tree, []);
  return faults;
}

/** `reserveShare.110[2]` */
function pathText(path: JsonPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`),
    "",
  );
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
