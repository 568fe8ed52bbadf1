import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";

/** Tells screen readers which page came, where a link was followed without loading a whole document. */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const [shown, setShown] = useState({ pathname, title: "" });
  useEffect(() => {
    setShown((before) => (before.pathname === pathname ? before : { pathname, title: document.title }));
  }, [pathname]);
  return (
    <div className="nhsuk-u-visually-hidden" role="status" aria-live="polite">
      {shown.title}
    </div>
  );
}
