import { expect, test } from "./setup/test";

const FORM = { form: { email: "x", password: "y" } };

test("every answer carries the headers that keep a page to itself", async ({ request }) => {
  const page = (await request.get("/sign-in")).headers();
  expect(page["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(page["content-security-policy"]).not.toContain("unsafe-inline");
  expect(page["cache-control"]).toBe("no-store");
  expect(page["x-content-type-options"]).toBe("nosniff");
  expect(page["referrer-policy"]).toBe("same-origin");
  expect(page["x-powered-by"]).toBeUndefined();
  const nonces = [page, (await request.get("/sign-in")).headers()].map(
    (headers) => /nonce-([^']+)/.exec(headers["content-security-policy"]!)?.[1],
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("a form from another site is refused, however it tries", async ({ request, baseURL }) => {
  const foreign = [
    {},
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site", Origin: baseURL! },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ];
  for (const headers of foreign) {
    const answer = await request.post("/sign-in", { ...FORM, headers: headers as Record<string, string> });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    expect(await answer.text()).toContain("This form came from somewhere else");
  }
  const own = await request.post("/sign-in", { ...FORM, headers: { Origin: baseURL! } });
  expect(own.status()).toBe(400);
});

test("a body over the limit is refused before it is read", async ({ baseURL }) => {
  const body = (megabytes: number) => {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(megabytes * 1024 * 1024)]), "waiting-list.csv");
    return form;
  };
  const post = (megabytes: number) =>
    fetch(`${baseURL}/sign-in`, { method: "POST", body: body(megabytes), headers: { Origin: baseURL! } });
  const tooLarge = await post(3);
  expect(tooLarge.status).toBe(413);
  expect(await tooLarge.text()).toContain("files of up to 2 MB");
  expect((await post(1)).status).toBe(400);
});

test("a body that does not say how long it is is cut off at the limit", async ({ baseURL }) => {
  let sent = 0;
  const endless = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      sent += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
      if (sent > 500) controller.close();
    },
  });
  const headers = { Origin: baseURL!, "Content-Type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", body: endless, headers, duplex: "half" };
  const answer = await fetch(`${baseURL}/sign-in`, init as RequestInit).catch(() => null);
  expect(answer === null || answer.status === 413).toBe(true);
  expect(sent).toBeLessThan(400);
});

test("the health page answers without signing in", async ({ request }) => {
  const answer = await request.get("/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok", database: "ok" });
});

test("no page asks another machine for anything, and its icons are there", async ({ request }) => {
  const page = await (await request.get("/sign-in")).text();
  const styles = [...page.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map((match) => match[1]!);
  expect(styles.length).toBe(2);
  for (const style of styles) {
    const css = await (await request.get(style)).text();
    expect(css).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    expect(css).not.toContain("@font-face");
  }
  expect((await request.get("/favicon.svg")).status()).toBe(200);
});
