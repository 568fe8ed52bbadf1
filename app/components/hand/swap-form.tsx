import { Form, useSearchParams } from "@remix-run/react";
import { Button, Details, Radios } from "nhsuk-react-components";
import { counted } from "~/domain/figure-words";
import type { HandCasePage } from "~/views/hand/hand-case.server";
import { ReasonField, type Answered } from "./reason-field";

interface SwapFormProps {
  page: HandCasePage;
  answered?: Answered;
}

/** Changing places with a case of another list. */
export function SwapForm({ page: { swaps, revision }, answered }: SwapFormProps) {
  const [search] = useSearchParams();
  const chosen = answered?.typed.with ?? search.get("with");
  return (
    <section aria-labelledby="swap">
      <h2 className="nhsuk-heading-m" id="swap">
        Swap with another case
      </h2>
      {swaps.length === 0 ? (
        <p>No case of another list can change places with this one.</p>
      ) : (
        <Form method="post">
          <input type="hidden" name="do" value="swap" />
          <input type="hidden" name="baseRevision" value={revision} />
          <Details open={swaps.some(({ entry }) => entry === chosen)}>
            <Details.Summary>
              {counted(swaps.length, "case")} that could change places with it
            </Details.Summary>
            <Details.Text>
              <Radios
                name="with"
                idPrefix="with"
                legend="Best for the score first"
                legendProps={{ size: "s" }}
                small
              >
                {swaps.map(({ entry, words, place }) => (
                  <Radios.Item
                    key={entry}
                    value={entry}
                    defaultChecked={entry === chosen}
                    hint={`${place.score} ${place.all.join(" ")}`}
                  >
                    {words}
                  </Radios.Item>
                ))}
              </Radios>
              <ReasonField id="swapReason" answered={answered} />
              <Button type="submit" preventDoubleClick>
                Swap
              </Button>
            </Details.Text>
          </Details>
        </Form>
      )}
    </section>
  );
}
