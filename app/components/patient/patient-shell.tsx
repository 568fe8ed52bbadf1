import type { ReactNode } from "react";

/** What stands round the pages of patients: no navigation of staff, no script. Hublist's own mark is left out. */
export function PatientShell({ children, demo }: { children: ReactNode; demo: boolean }) {
  return (
    <>
      <a className="nhsuk-skip-link" href="#maincontent">
        Skip to main content
      </a>
      <header className="nhsuk-header" role="banner">
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <span className="nhsuk-header__service-name">Before your operation</span>
          </div>
        </div>
      </header>
      <div className="nhsuk-width-container app-patient-page">
        {demo ? (
          <p className="nhsuk-body-s nhsuk-u-margin-top-3">
            <strong>This is a demonstration with made-up patients.</strong>
          </p>
        ) : null}
        <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
          <div className="nhsuk-grid-row">
            <div className="nhsuk-grid-column-two-thirds">{children}</div>
          </div>
        </main>
      </div>
      <footer className="nhsuk-footer app-patient-footer" role="contentinfo">
        <div className="nhsuk-width-container">
          <p className="nhsuk-body-s">
            No one reads these pages straight away. Call 111 if you need medical help now. Call 999 if it is
            an emergency.
          </p>
        </div>
      </footer>
    </>
  );
}
