/** Answers of somebody who is well, tried in this order; else the last choice, which is the mildest or "none". */
const PLAIN = ["none", "no", "never", "nothing", "yes", "adult", "lift", "5+", "act_selfcare", "7d", "lt30"];
const MEASURES: Record<string, string> = { height_cm: "172", weight_kg: "74", contact_phone: "07700 900982" };

/** Fills a page of questions in as somebody would who is well; `html`: the page. */
export function plainAnswers(html: string): URLSearchParams {
  const fields = new URLSearchParams();
  const choices = new Map<string, string[]>();
  for (const [tag] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const [name, value, type] = ["name", "value", "type"].map((each) => attribute(tag, each));
    if (!name) continue;
    if (type === "radio") choices.set(name, [...(choices.get(name) ?? []), value ?? ""]);
    else if (type === "checkbox") {
      if (!name.endsWith("-dk")) choices.set(name, [...(choices.get(name) ?? []), value ?? ""]);
    } else if (type !== "hidden") {
      const known = Object.entries(MEASURES).find(([field]) => name.startsWith(field));
      const isImperial = /-(feet|inches|stones|pounds)$/.test(name);
      if (!isImperial) fields.set(name, known?.[1] ?? "Penicillin");
    }
  }
  for (const [name, values] of choices)
    fields.set(name, PLAIN.find((plain) => values.includes(plain)) ?? values.at(-1)!);
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
