/**
 * Somebody of the second organisation, who may import and decide on readiness there: the tests of imports have its
 * empty waiting list for themselves.
 */
export const KINGSTON = {
  organisation: "RAX",
  site: "RAX01",
  name: "Ines Kingston",
  email: "ines@kingston.example",
  password: "copper lantern orchid",
};
