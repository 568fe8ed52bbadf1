import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ProgressBar } from "~/components/progress-bar";

const EVERY_SECONDS = 2;

/** Work that goes on behind the scenes; the page looks again by itself, without JavaScript too. */
export function StillRunning({ id, label, status }: { id: string; label: string; status: string }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(EVERY_SECONDS)} />
      </noscript>
      <ProgressBar id="import-progress" label={label} share={null} status={status} />
      <p>
        You can leave this page: the work goes on. <Link to={`/imports/${id}`}>Look again</Link>
      </p>
    </>
  );
}
