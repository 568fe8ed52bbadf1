import type { LinksFunction } from "@remix-run/node";
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import nhsuk from "nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?url";
import type { ReactNode } from "react";
import { open } from "./auth/guard.server";
import { ContextBar, DemoBanner } from "./components/context-bar";
import { ErrorPage, errorHeading } from "./components/error-page";
import { PatientShell } from "./components/patient/patient-shell";
import { PageAnnouncer } from "./components/page-announcer";
import { PageMeta } from "./components/page-meta";
import { pageTitle } from "./components/page-title";
import { SiteFooter } from "./components/site-footer";
import { SiteHeader } from "./components/site-header";
import { useNonce } from "./nonce";
import hublist from "./styles/hublist.css?url";
import { shellOf } from "./views/shell.server";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: nhsuk },
  { rel: "stylesheet", href: hublist },
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
];

export const meta = ({ error }: { error?: unknown }) =>
  pageTitle(error ? errorHeading(error) : "Theatre lists for surgical hubs");

export const loader = open(({ request, context }) => shellOf(request, context));

/** Tells the NHS.UK components that scripts run here. */
const SUPPORTED = "document.body.className += ' js-enabled nhsuk-frontend-supported';";

function Body({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>("root");
  return (
    <>
      <PageAnnouncer />
      <a className="nhsuk-skip-link" href="#maincontent">
        Skip to main content
      </a>
      {shell?.demo ? <DemoBanner /> : null}
      <SiteHeader userName={shell?.user?.name} navigation={shell?.navigation ?? []} />
      {shell ? <ContextBar today={shell.today} place={shell.user?.place} /> : null}
      <div className="app-width app-page">
        <main className="nhsuk-main-wrapper app-main" id="maincontent" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter version={shell?.version ?? ""} demo={shell?.demo ?? false} />
    </>
  );
}

/** Pages of patients are plain documents: no navigation of staff and no script. Their routes say so by their handle. */
const isForPatients = (handle: unknown) => (handle as { patient?: boolean } | undefined)?.patient === true;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const patients = useMatches().some(({ handle }) => isForPatients(handle));
  const shell = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang="en-GB" className="nhsuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#005eb8" />
        <PageMeta refused={shell?.refused ?? false} />
        <Links />
      </head>
      {patients ? (
        <body className="nhsuk-template__body">
          <PatientShell demo={shell?.demo ?? false}>{children}</PatientShell>
        </body>
      ) : (
        <body className="nhsuk-template__body" suppressHydrationWarning>
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SUPPORTED }} />
          <Body>{children}</Body>
          <ScrollRestoration nonce={nonce} />
          <Scripts nonce={nonce} />
        </body>
      )}
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const shell = useRouteLoaderData<typeof loader>("root");
  return <ErrorPage error={error} requestId={shell?.requestId} />;
}
