/** What the parts of an entry are called on pages, by the names that comparisons give them. */
const WORDS: Record<string, string> = {
  state: "On the list",
  placement: "Date of surgery planned in Hublist",
  pathwayId: "Pathway identifier",
  issuer: "Issuer",
  provider: "Provider",
  patientId: "Hospital number",
  nhsNumber: "NHS number",
  birthDate: "Date of birth",
  gender: "Gender",
  ethnicCategory: "Ethnic category",
  clockStart: "Clock start",
  rttStatus: "RTT status",
  decisionToAdmit: "Decision to admit",
  lastPriorityReview: "Last priority review",
  priority: "Priority",
  cancer: "On the cancer list",
  treatmentFunction: "Treatment function",
  consultant: "Consultant",
  procedureCode: "Procedure code",
  procedureText: "Procedure",
  intendedManagement: "Intended management",
  asa: "ASA grade",
  listingSite: "Site",
  otherSites: "Other sites accepted",
  screening: "Screening outcome",
  fitFrom: "Fit from",
  fitUntil: "Fit until",
  hubSuitable: "Suits a hub",
  screeningDate: "Screened on",
  tciDate: "TCI date",
  tciSession: "TCI session",
  pooled: "Pooled",
  minutes: "Expected minutes",
  minutesDeviation: "Deviation of the minutes",
  anaesthetic: "Anaesthetic",
  nights: "Nights",
  criticalCare: "Critical care",
  equipment: "Equipment",
  unavailable: "Not available",
  shortNotice: "Short notice",
  offerBy: "Date promised",
  imdDecile: "Deprivation decile",
  laterality: "Side",
  orderFlags: "List-order flags",
  foundFlags: "List-order flags that screening found",
  avoids: "Days on which the patient cannot come",
  goneOn: "Gone on",
  reason: "Reason",
  "details.familyName": "Family name",
  "details.givenName": "Given name",
  "details.address": "Address",
  "details.postcode": "Postcode",
  "details.mobile": "Mobile",
  "details.email": "E-mail",
  "details.contactPreference": "Contact preference",
  "details.language": "Language",
  "details.interpreter": "Interpreter",
  "details.reasonableAdjustments": "Reasonable adjustments",
  // Theatre sessions and shared resources
  presence: "Present",
  sessionId: "Session",
  site: "Site",
  theatre: "Theatre",
  date: "Date",
  start: "Start",
  end: "End",
  treatmentFunctions: "Treatment functions",
  surgeons: "Surgeons",
  anaesthetics: "Anaesthetics",
  paediatric: "Children",
  status: "Status",
  maxCases: "Most cases",
  heldMinutes: "Minutes held back",
  quantity: "Quantity",
};

/** Says who the patient is, or how to reach them: only for those who may see patients. */
const PERSONAL = new Set(["patientId", "nhsNumber", "birthDate", "gender", "ethnicCategory", "imdDecile"]);

/** The name of a column in words; one that Hublist does not know keeps the name it has in the file. */
export function columnWords(column: string): string {
  if (column.startsWith("unknown.")) return column.slice("unknown.".length);
  return WORDS[column] ?? column;
}

/** Whether a column is about the person rather than about the wait. */
export function isPersonal(column: string): boolean {
  return PERSONAL.has(column) || column.startsWith("details.") || column.startsWith("unknown.");
}
