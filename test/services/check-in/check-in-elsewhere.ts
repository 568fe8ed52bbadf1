/** Sends the check-ins that are due in the store at FILE, as a process of its own: FILE. Says when it begins, and how many. */
import { today } from "~/clock.server";
import { sendDueCheckIns } from "~/services/check-in/send-check-ins.server";
import { holdStore } from "~/store.server";
import { openStore } from "~db/store";

const store = holdStore(await openStore({ file: process.argv[2] ?? "" }));
console.log("begins");
console.log(JSON.stringify({ sent: await sendDueCheckIns(store, today()) }));
await store.close();
