interface SiteFooterProps {
  version: string;
  demo: boolean;
}

/** Version, licence and the sources that a demo hub is made from. */
export function SiteFooter({ version, demo }: SiteFooterProps) {
  return (
    <footer className="nhsuk-footer app-footer" role="contentinfo">
      <div className="app-width">
        <p className="nhsuk-body-s">
          Hublist {version}, free software under the MIT licence. The demo hub follows NHS England
          admitted-pathway waits of September 2025, Open Government Licence v3.0. Hublist proposes; people
          decide.
        </p>
      </div>
    </footer>
  );
}
