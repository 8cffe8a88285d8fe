import type { ReactElement, ReactNode } from "react";
import "./page.css";

/** One screen: a title, a quiet word beside it, actions at the right, and the content that fills the rest. */
export function Page({
  title,
  aside,
  actions,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section className="page">
      <header className="page-bar">
        <h1>{title}</h1>
        {aside}
        <span className="page-space" />
        {actions}
      </header>
      <div className="page-body">{children}</div>
    </section>
  );
}
