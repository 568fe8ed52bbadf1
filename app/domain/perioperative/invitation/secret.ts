/** Letters and digits that nobody mistakes for one another. */
export const SECRET_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
/** Signs of a link's secret: 58 bits. */
export const SECRET_LENGTH = 12;
const GROUP = 4;

/** The secret as a link and a letter show it: `k7mf-3q9x-aw2d`. */
export const shownSecret = (secret: string): string =>
  secret.match(new RegExp(`.{1,${GROUP}}`, "g"))!.join("-");

/** The secret that somebody followed or typed; null: it cannot be one. */
export function typedSecret(text: string): string | null {
  const secret = text.toLowerCase().replace(/[\s-]/g, "");
  const known = [...secret].every((sign) => SECRET_ALPHABET.includes(sign));
  return secret.length === SECRET_LENGTH && known ? secret : null;
}
