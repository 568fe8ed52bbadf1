import { SITE_TYPES, type SiteType } from "~/domain/theatre";
import { environment } from "~/env.server";
import { createLiveInstallation } from "~/services/live-installation.server";
import { openTheStore } from "~/store.server";
import { commandActor, dataPlace } from "../installation";
import { Refusal, type Command } from "./command";
import { requireEmail } from "./email";
import { choosePassword, PASSWORD_OPTIONS } from "./password";

interface SiteGiven {
  code: string;
  type: SiteType;
  name: string;
}

/** ODS codes: three to nine capitals and figures. */
const ODS_CODE = /^[A-Z0-9]{3,9}$/;

/** Reads `RXX02:hub` or `RXX02:hub:Example Hub`. */
export function readSite(text: string): SiteGiven {
  const [code = "", type = "", ...name] = text.split(":");
  const known = SITE_TYPES.find((siteType) => siteType === type);
  if (!ODS_CODE.test(code) || !known)
    throw new Refusal(
      `--site ${text}: expected an ODS code and the type, main or hub, such as RXX02:hub or "RXX02:hub:Example Hub".`,
    );
  return { code, type: known, name: name.join(":").trim() || code };
}

function readSites(texts: string[]): SiteGiven[] {
  const sites = texts.map(readSite);
  const twice = sites.find(({ code }, index) => sites.findIndex((site) => site.code === code) < index);
  if (twice) throw new Refusal(`--site ${twice.code} is there twice.`);
  return sites;
}

export const init: Command = {
  name: "init",
  summary: "Makes a live installation: an organisation, its sites and the first administrator.",
  positionals: [],
  options: {
    organisation: { type: "string", value: "CODE", words: "ODS code of the organisation", required: true },
    name: { type: "string", value: "NAME", words: "Name of the organisation", required: true },
    site: {
      type: "string",
      value: "CODE:main|hub[:NAME]",
      words: "A site, once for each",
      multiple: true,
      required: true,
    },
    "admin-email": {
      type: "string",
      value: "ADDRESS",
      words: "E-mail address of the first administrator",
      required: true,
    },
    "admin-name": { type: "string", value: "NAME", words: "Name of the first administrator", required: true },
    ...PASSWORD_OPTIONS,
  },
  async run(given) {
    const code = given.required("organisation");
    if (!ODS_CODE.test(code)) throw new Refusal(`--organisation ${code}: expected an ODS code such as RXX.`);
    const sites = readSites(given.texts("site"));
    const email = requireEmail(given.required("admin-email"), "admin-email");
    const { hash, words } = await choosePassword(given, email);
    const store = await openTheStore();
    try {
      const made = await createLiveInstallation(store, commandActor("hublist init"), {
        organisation: { code, name: given.required("name") },
        sites,
        administrator: { email, name: given.required("admin-name"), passwordHash: hash },
      });
      if (made.kind === "alreadyCreated")
        throw new Refusal(
          `There is an installation in ${dataPlace(environment())} already. Nothing was changed.`,
        );
    } finally {
      await store.close();
    }
    console.log(`Made a live installation of ${given.required("name")} in ${dataPlace(environment())}.`);
    if (words) console.log(words);
    console.log(`Start it with "npm start" and sign in as ${email}.`);
  },
};
