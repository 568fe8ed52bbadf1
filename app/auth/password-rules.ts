import common from "~/facts/common-passwords.json";

/** Length counts for more than odd signs (National Cyber Security Centre, password policy guidance). */
export const LEAST_LENGTH = 12;
/** Keeps the work of hashing bounded. */
export const MOST_LENGTH = 200;

const words = [...common.words].sort((a, b) => b.length - a.length);
const DIFFERENT_SIGNS = 5;

/** What is left of a password when its common words, figures and signs are taken away. */
function ownLetters(password: string): string {
  const bare = words.reduce((text, word) => text.replaceAll(word, ""), password.toLowerCase());
  return bare.replace(/[^\p{L}]/gu, "");
}

/**
 * Why a new password is refused, in words that say what to do; null: it is accepted. Refused are short ones, the
 * e-mail address or its name, common words with figures round them, and few different signs.
 */
export function passwordFault(password: string, email: string): string | null {
  const lower = password.toLowerCase();
  const name = email.toLowerCase().split("@")[0]!;
  if (password.length < LEAST_LENGTH) return `Enter a password of at least ${LEAST_LENGTH} characters`;
  if (password.length > MOST_LENGTH) return `Enter a password of at most ${MOST_LENGTH} characters`;
  if (lower.includes(email.toLowerCase()) || (name.length > 3 && lower.includes(name)))
    return "Enter a password that does not hold your e-mail address";
  if (new Set(lower).size < DIFFERENT_SIGNS || ownLetters(password).length < 4)
    return "Enter a password that is harder to guess, such as three words that do not belong together";
  return null;
}
