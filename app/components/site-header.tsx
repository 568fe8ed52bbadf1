import { Form, Link, NavLink } from "@remix-run/react";
import type { NavigationItem } from "./navigation";

interface SiteHeaderProps {
  /** Name of the signed-in user. */
  userName?: string;
  navigation: NavigationItem[];
}

function Account({ userName }: { userName: string }) {
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        <li className="nhsuk-header__account-item">
          <Link className="nhsuk-header__account-link" to="/account">
            {userName}
            <span className="nhsuk-u-visually-hidden">: your account</span>
          </Link>
        </li>
        <li className="nhsuk-header__account-item">
          <Form className="nhsuk-header__account-form" method="post" action="/sign-out">
            <button className="nhsuk-header__account-button" type="submit">
              Sign out
            </button>
          </Form>
        </li>
      </ul>
    </nav>
  );
}

function Place({ to, text }: NavigationItem) {
  return (
    <li className="nhsuk-header__navigation-item">
      <NavLink
        to={to}
        end={to === "/"}
        prefetch="none"
        className={({ isActive }) => `nhsuk-header__navigation-link${isActive ? " app-nav-current" : ""}`}
      >
        {text}
      </NavLink>
    </li>
  );
}

/**
 * The blue header: name of the service, account, the places this user may go to. Plain HTML in the NHS.UK classes,
 * for it must neither wait for a script nor show the NHS logo, which only NHS bodies may use.
 */
export function SiteHeader({ userName, navigation }: SiteHeaderProps) {
  return (
    <header className="nhsuk-header app-header" role="banner">
      <div className="nhsuk-header__container app-width">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-name app-service-name" to="/">
            <svg className="app-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <path fill="currentColor" d="M4 5h14v5H4zM4 13.5h24v5H4zM4 22h19v5H4z" />
            </svg>
            Hublist
          </Link>
        </div>
        {userName ? <Account userName={userName} /> : null}
      </div>
      {navigation.length > 0 ? (
        <nav className="nhsuk-header__navigation" aria-label="Menu">
          <div className="nhsuk-header__navigation-container app-width">
            <ul className="nhsuk-header__navigation-list">
              {navigation.map((item) => (
                <Place key={item.to} {...item} />
              ))}
            </ul>
          </div>
        </nav>
      ) : null}
    </header>
  );
}
