import { afterAll, beforeAll, expect, it } from "vitest";
import { loader } from "~/routes/health";
import { holdStore } from "~/store.server";
import { context, givenInstallation, type Given } from "../auth/given-installation";

let given: Given;
beforeAll(async () => (given = await givenInstallation("live")));
afterAll(() => given.close());

const ask = () =>
  loader({ request: new Request("http://hub.example/health"), params: {}, context: context() });

it("answers 200 while the database answers and 503 when it does not", async () => {
  expect((await ask()).status).toBe(200);
  const broken = {
    ...given.store,
    get db(): never {
      throw new Error("The database is gone.");
    },
  };
  holdStore(broken);
  const answer = await ask();
  holdStore(given.store);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: "failing", database: "failing" });
});
