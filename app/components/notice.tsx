import { NotificationBanner } from "nhsuk-react-components";
import type { ReactNode } from "react";

interface NoticeProps {
  children: ReactNode;
  /** Something was done; takes the focus so that everybody hears it. */
  success?: boolean;
}

/** The banner at the top of a page: something was done, or something must be known first. */
export function Notice({ children, success = false }: NoticeProps) {
  return (
    <NotificationBanner success={success} className="app-notice">
      <NotificationBanner.Heading>{children}</NotificationBanner.Heading>
    </NotificationBanner>
  );
}
