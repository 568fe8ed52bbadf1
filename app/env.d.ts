import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }

  /** What the HTTP server knows of a request and hands to loaders and actions. */
  interface AppLoadContext {
    /** Marks the scripts of this page as ours. */
    cspNonce: string;
    /** Names the request in the log and on an error page. */
    requestId: string;
    /** The visitor's network address. */
    address: string;
    /** Whether the visitor came over https. */
    https: boolean;
    /** The form of this request was not accepted: the page that answers it says so in its title. */
    refused?: true;
  }
}
