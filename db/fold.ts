/** Text as searches compare it, the same on both engines: lower case, no accents, words parted by single spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words somebody typed into a search box. Digits in groups, as NHS numbers are written, count as one word. */
export function searchWords(typed: string): string[] {
  const folded = fold(typed);
  if (/^[\d ]+$/.test(folded)) return folded === "" ? [] : [folded.replaceAll(" ", "")];
  return folded.split(" ").filter((word) => word !== "");
}

/** `text` for use inside a LIKE pattern with `escape '\'`: its own %, _ and \ stand for themselves. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}
