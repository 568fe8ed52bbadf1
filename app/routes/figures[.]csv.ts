import { guarded } from "~/auth/guard.server";
import { BYTE_ORDER_MARK } from "~/export/csv";
import { figuresCsv } from "~/export/figures";
import { figuresPage } from "~/views/figures/figures.server";

/** The figures of a period as a table, for the same readers and with the same numbers hidden. */
export const loader = guarded("figures.view", async ({ request, user, scope }) => {
  const days = Number(new URL(request.url).searchParams.get("days"));
  const page = await figuresPage(user, scope, days);
  return new Response(BYTE_ORDER_MARK + figuresCsv(page), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="figures-${page.from}-${page.to}.csv"`,
    },
  });
});
