interface SiteFooterProps {
  version: string;
  demo: boolean;
}

/** Version and licence; in a demo also the source of its waits. */
export function SiteFooter({ version, demo }: SiteFooterProps) {
  return (
    <footer className="nhsuk-footer app-footer" role="contentinfo">
      <div className="app-width">
        <p className="nhsuk-body-s">
          Hublist {version}, free software under the MIT licence. Hublist proposes; people decide.
          {demo ? (
            <>
              {" "}
              The demo hub follows NHS England&apos;s admitted-pathway waits of September 2025 (Open
              Government Licence v3.0).
            </>
          ) : null}
        </p>
      </div>
    </footer>
  );
}
