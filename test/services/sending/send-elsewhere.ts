/** Sends what is due in the store at FILE to the service at URL, as a process of its own: FILE URL MINUTES-AHEAD. */
import { holdStore } from "~/store.server";
import { govukNotify } from "~/services/sending/govuk-notify.server";
import { sendDue } from "~/services/sending/send-due.server";
import { sendingProcess } from "~/services/sending/sending-process.server";
import { openStore } from "~db/store";

const [file = "", url = "", ahead = "0"] = process.argv.slice(2);
const now = () => new Date(Date.now() + Number(ahead) * 60_000).toISOString();
const store = holdStore(await openStore({ file, now }));
const id = "26785a09-ab16-4eb0-8407-a37497a57506";
const carrier = govukNotify({ url, key: `key-${id}-${id}`, templates: { text: id } });
const counts = await sendDue(
  sendingProcess(store, { text: carrier, email: null, letter: null }, "https://hub.test"),
);
console.log(JSON.stringify(counts));
await store.close();
