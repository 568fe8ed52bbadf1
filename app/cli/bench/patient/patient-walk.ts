import { cookiesOf } from "../served/built-server";
import { timed } from "../served/times";
import type { InvitedPatient } from "./made-patients";
import { plainAnswers } from "./plain-answers";

const MOST_PAGES = 120;

/** Walks through the pages of patients as their browsers do, and keeps the milliseconds of each answer. */
export class PatientWalk {
  readonly shown: number[] = [];
  readonly sent: number[] = [];
  /** Of scripts, named in any page that was shown. */
  scriptBytes = 0;
  private cookie = "";

  /** From a patient's link to their own page. */
  async from(url: string, { link, birthDate, hospitalNumber }: InvitedPatient): Promise<void> {
    this.cookie = "";
    await this.show(url, link);
    const [year, month, day] = birthDate.split("-") as [string, string, string];
    const who = { who: "patient", day, month, year, other: hospitalNumber };
    await this.show(url, await this.send(url, `${link}?index`, new URLSearchParams(who)));
    const [, first] = /href="(\/my\/questions\/[^"]+)"/.exec((await this.show(url, "/my")) ?? "") ?? [];
    let next = first ?? "/my/check";
    for (let page = 0; next.startsWith("/my/questions/") || next.startsWith("/my/advice/"); page++) {
      if (page > MOST_PAGES) throw new Error("The questions of a patient do not end.");
      const html = await this.show(url, next);
      const [, onward] = /href="(\/my\/(?:questions|check)[^"]*)"[^>]*>\s*Continue/.exec(html) ?? [];
      next =
        next.startsWith("/my/advice/") && onward ? onward : await this.send(url, next, plainAnswers(html));
    }
    await this.show(url, next);
    await this.show(url, await this.send(url, "/my/check", new URLSearchParams({ declare: "yes" })));
    await this.show(url, "/my/page");
  }

  private async show(url: string, path: string): Promise<string> {
    const [html, ms] = await timed(async () => {
      const answer = await fetch(url + path, { headers: { Cookie: this.cookie }, redirect: "manual" });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} to a patient.`);
      return answer.text();
    });
    this.shown.push(ms);
    for (const [, source] of html.matchAll(/<script[^>]*src="([^"]+)"/g)) {
      const script = await fetch(new URL(source!, url));
      this.scriptBytes += (await script.arrayBuffer()).byteLength;
    }
    return html;
  }

  /** Sends a form; the path that its answer leads to. */
  private async send(url: string, path: string, fields: URLSearchParams): Promise<string> {
    const [answer, ms] = await timed(async () => {
      const found = await fetch(url + path, {
        method: "POST",
        redirect: "manual",
        headers: {
          ...{ Cookie: this.cookie, Origin: url },
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: fields,
      });
      await found.text();
      return found;
    });
    this.sent.push(ms);
    const to = answer.headers.get("Location");
    if (answer.status !== 302 || to === null)
      throw new Error(`${path} answered ${answer.status} to ${fields.toString()}.`);
    const cookie = cookiesOf(answer);
    if (cookie !== "") this.cookie = cookie;
    return new URL(to, url).pathname + new URL(to, url).search;
  }
}
