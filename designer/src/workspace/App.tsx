import "@ui5/webcomponents-icons/dist/add.js";
import "../render/control/control.css";
import "./shell/shell.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ThemeProvider } from "@ui5/webcomponents-react/ThemeProvider";
import { useEffect } from "react";
import { base, onSignedOut } from "../data/client.ts";
import { keeper } from "../data/keeper.ts";
import { forget, useMeOrNobody } from "../data/session.ts";
import { keepFor } from "../render/control/kept.ts";
import { Toasts } from "../render/control/Toasts.tsx";
import { AccountPage } from "./account/AccountPage.tsx";
import { SignInPage } from "./account/SignInPage.tsx";
import { Problem } from "../render/view/Problem.tsx";
import { Personal } from "./Personal.tsx";
import { router } from "./router.tsx";

/** Everything, for whoever is there: the workspace, or the way into it. */
export function App() {
  return (
    <ThemeProvider>
      <QueryClientProvider client={keeper}>
        <Personal>
          <Entrance />
          <Toasts />
        </Personal>
      </QueryClientProvider>
    </ThemeProvider>
  );
}

const purpose = () => /\/account\/(reset|invite|email)$/.exec(location.pathname)?.[1];

function Entrance() {
  const me = useMeOrNobody();
  useEffect(() => onSignedOut(forget), []);
  const link = purpose();
  if (link) return <AccountPage purpose={link as "reset" | "invite" | "email"} />;
  if (me.isError) return <Problem failure={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return null;
  // Before anything reads what was kept.
  if (me.data) keepFor(`${base}${me.data.id}`);
  return me.data ? <RouterProvider router={router} /> : <SignInPage />;
}
