/** Address of a meeting, looking at one stop of its agenda; with `correct` the number of an item to correct. */
export function meetingPath(id: string, item?: string | null, correct?: number): string {
  const search = new URLSearchParams();
  if (item) search.set("item", item);
  if (correct !== undefined) search.set("correct", String(correct));
  const query = search.toString();
  return `/meetings/${id}${query ? `?${query}` : ""}`;
}
