import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "~/facts/roles";
import { forbidden, type Refusal } from "~/http/refusal";
import { isDefect, logError } from "~/http/error-log";
import type { Scope } from "~db/scope";
import { mayFor } from "./grants";
import { refusalOf } from "./lacking.server";
import { patientVisitorOf, type PatientVisitor } from "./patient-visitor.server";
import { signInPath } from "./return-path";
import { visitorOf, type User } from "./visitor.server";

/** Who may use a loader or an action. */
export type Access =
  | { kind: "open" }
  | { kind: "signedIn" }
  | { kind: "permission"; permission: Permission }
  /** Patients who passed the identity form of their link; no role of staff opens it. */
  | { kind: "patient" };

/** What an open loader or action is given; Remix's arguments and who asks, if anybody. */
export type OpenArgs = LoaderFunctionArgs & { user: User | null };
/** What a signed-in user's loader or action is given. */
export type SignedInArgs = LoaderFunctionArgs & { user: User };
/** What a guarded loader or action is given: also the organisations and sites it may touch, for every query. */
export type GuardedArgs = SignedInArgs & { scope: Scope };

/** What a patient's loader or action is given. */
export type PatientArgs = LoaderFunctionArgs & { visitor: PatientVisitor };

/** A loader or an action that says who may use it. */
export type Declared<Result> = ((args: LoaderFunctionArgs) => Promise<Result>) & { access: Access };

/** Runs a handler; a defect is logged here, and the visitor gets its number to report. */
async function answering<Result>({ request, context }: LoaderFunctionArgs, answer: () => Promise<Result>) {
  try {
    return await answer();
  } catch (thrown) {
    if (!isDefect(thrown) || request.signal.aborted) throw thrown;
    const { requestId } = context;
    logError(thrown, { requestId, method: request.method, url: request.url });
    throw data<Partial<Refusal>>({ requestId }, { status: 500 });
  }
}

function declared<Result>(
  access: Access,
  run: (args: LoaderFunctionArgs) => Promise<Result>,
): Declared<Result> {
  const handle = (args: LoaderFunctionArgs) => answering(args, async () => noted(args, await run(args)));
  return Object.assign(handle, { access });
}

/** Notes a form that was not accepted, for those who read what answers the same request. */
function noted<Result>({ request, context }: LoaderFunctionArgs, result: Result): Result {
  const { init } = (result ?? {}) as { init?: ResponseInit | null };
  if (request.method !== "GET" && (init?.status ?? 200) >= 400) context.refused = true;
  return result;
}

async function requireUser({ request, context }: LoaderFunctionArgs): Promise<User> {
  const user = await visitorOf(request, context);
  if (!user) throw redirect(signInPath(request));
  return user;
}

/** For everybody, signed in or not. */
export function open<Result>(handle: (args: OpenArgs) => Promise<Result> | Result): Declared<Result> {
  return declared({ kind: "open" }, async (args) =>
    handle({ ...args, user: await visitorOf(args.request, args.context) }),
  );
}

/** For pages of patients before they said who they are: whether staff are signed in is not even asked. */
export function forAnybody<Result>(
  handle: (args: LoaderFunctionArgs) => Promise<Result> | Result,
): Declared<Result> {
  return declared({ kind: "open" }, async (args) => handle(args));
}

/** For everybody who is signed in, whatever their roles. */
export function signedIn<Result>(handle: (args: SignedInArgs) => Promise<Result> | Result): Declared<Result> {
  return declared({ kind: "signedIn" }, async (args) => handle({ ...args, user: await requireUser(args) }));
}

/**
 * For users whose roles give `permission` somewhere: leads others to the sign-in page, or tells them what they lack
 * and whom to ask. `scope` is where they hold it.
 */
export function guarded<Result>(
  permission: Permission,
  handle: (args: GuardedArgs) => Promise<Result> | Result,
): Declared<Result> {
  return declared({ kind: "permission", permission }, async (args) => {
    const user = await requireUser(args);
    if (!user.may(permission)) throw await refusalOf(user, permission);
    return handle({ ...args, user, scope: user.scope(permission) });
  });
}

/** Where patients land who have to say who they are: they open their link again. */
export const USE_YOUR_LINK = "/q";

/** For a patient, or who answers for them, in a browser that passed the identity form of their link. */
export function forPatient<Result>(
  handle: (args: PatientArgs) => Promise<Result> | Result,
): Declared<Result> {
  return declared({ kind: "patient" }, async (args) => {
    const visitor = await patientVisitorOf(args.request, args.context);
    if (!visitor) throw redirect(USE_YOUR_LINK);
    return handle({ ...args, visitor });
  });
}

/** Refuses unless the user also holds a second permission, for one part of what a page does. */
export async function requireAlso(user: User, permission: Permission): Promise<Scope> {
  if (!user.may(permission)) throw await refusalOf(user, permission);
  return user.scope(permission);
}

/** Refuses unless the user holds a permission for a whole organisation: what counts for all its sites asks for it. */
export async function requireWhole(user: User, permission: Permission, organisation: string): Promise<void> {
  if (!user.may(permission)) throw await refusalOf(user, permission);
  if (mayFor(user.grants, permission, { organisation, site: null })) return;
  throw forbidden(
    "Your role covers some sites, and this counts for all sites of the organisation. " +
      "Choose one of your sites, or ask somebody whose role covers the whole organisation.",
  );
}
