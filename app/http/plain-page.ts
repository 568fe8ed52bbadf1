import type { Response } from "express";

export interface PlainPage {
  heading: string;
  text: string;
  requestId?: string;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

/** A page that needs neither the application nor a script: for answers given before or instead of it. */
export function plainPage({ heading, text, requestId }: PlainPage): string {
  const id = requestId
    ? `<p>If you report this, give the number <strong>${escaped(requestId)}</strong>.</p>`
    : "";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(heading)} - Hublist</title><link rel="stylesheet" href="/plain.css"></head>
<body><header><a href="/">Hublist</a></header>
<main><h1>${escaped(heading)}</h1><p>${escaped(text)}</p>${id}<p><a href="/">Go to the home page</a></p></main></body>
</html>
`;
}

/** Sends a plain page unless an answer is already on its way. */
export function sendPlainPage(res: Response, status: number, page: PlainPage): void {
  if (res.headersSent) return;
  res.status(status).type("html").set("Cache-Control", "no-store").send(plainPage(page));
}
