import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** A page says its title once it is there. */
const SOON = 500;

/** Tells those who do not see it which page has come, and gives the focus to it where it would be lost. */
export function Arrival() {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const [first] = useState(path);
  const [title, setTitle] = useState("");
  useEffect(() => {
    if (path === first && title === "") return undefined;
    const timer = setTimeout(() => {
      setTitle(document.title);
      if (document.activeElement === document.body) document.getElementById("page")?.focus({ preventScroll: true });
    }, SOON);
    return () => clearTimeout(timer);
    // Once for each page.
    // eslint-disable-next-line
  }, [path]);
  return (
    <div className="unseen" role="status">
      {title}
    </div>
  );
}
