import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { get, Unreachable } from "../../data/client.ts";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";

const PATIENCE = 3_000;

/** Says that the server is out of reach, and asks for it again until it answers. */
export function Connection() {
  const t = useWords();
  const keeper = useQueryClient();
  const [lost, setLost] = useState(!navigator.onLine);
  useEffect(() => {
    const lose = () => setLost(true);
    window.addEventListener("offline", lose);
    const unsubscribe = keeper.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && query.state.error instanceof Unreachable && query.state.fetchStatus === "idle") lose();
    });
    return () => {
      window.removeEventListener("offline", lose);
      unsubscribe();
    };
  }, [keeper]);
  useEffect(() => {
    if (!lost) return;
    const found = () => {
      setLost(false);
      say(t("shell.online"));
      void keeper.invalidateQueries();
    };
    const look = () => void get("/health/live").then(found, (failure: unknown) => failure);
    const timer = setInterval(look, PATIENCE);
    window.addEventListener("online", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
    };
  }, [lost, keeper, t]);
  if (!lost) return null;
  return (
    <div className="connection" role="alert">
      {t("shell.offline")}
    </div>
  );
}
