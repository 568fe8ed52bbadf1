/** Words for columns of which the name alone does not make them. */
const WORDS: Record<string, string> = {
  asa: "ASA class",
  cancer: "On the cancer list",
  imdDecile: "Deprivation decile",
  listingSite: "Listing site",
  minutes: "Touch time, minutes",
  minutesDeviation: "Deviation of the touch time, minutes",
  nhsNumber: "NHS number",
  patientId: "Hospital number",
  placement: "Date of the session",
  presence: "On the list",
  procedureCode: "OPCS code",
  rttStatus: "RTT status",
  state: "On the list",
  surgeons: "Consultants",
  tciDate: "TCI date",
  tciSession: "TCI session",
};

/** A column of a staged change in words: `clockStart` is "Clock start"; a column of the file's own keeps its name. */
export function columnWords(column: string): string {
  if (column.startsWith("unknown.")) return column.slice("unknown.".length);
  const name = column.replace(/^details\./, "");
  const words = WORDS[name] ?? name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
