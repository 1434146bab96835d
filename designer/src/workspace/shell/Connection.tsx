import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { get } from "../../data/client.ts";
import { setLost, useLost } from "../../data/connection.ts";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";

const PATIENCE = 3_000;

/** Says that the server is out of reach, and asks for it again until it answers. */
export function Connection() {
  const t = useWords();
  const keeper = useQueryClient();
  const lost = useLost();
  useEffect(() => {
    const lose = () => setLost(true);
    if (!navigator.onLine) lose();
    window.addEventListener("offline", lose);
    return () => window.removeEventListener("offline", lose);
  }, []);
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
