import "./home.css";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useMenus } from "../../data/screens.ts";
import { useMe } from "../../data/session.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { useTitle } from "../title.ts";
import { Waits } from "./Waits.tsx";
import { linkTo, type Place, placesOf, useFavourites, useRecent } from "../shell/places.ts";

/** Where the day begins: what one uses often, and everything else. */
export function HomePage() {
  const t = useWords();
  const me = useMe();
  const menus = useMenus().data ?? [];
  const { favourites } = useFavourites();
  const { recent } = useRecent();
  useTitle(t("shell.home"));
  useOwnHome(me.homePage);
  return (
    <div className="home">
      <header>
        <h1>{t("home.greeting", { name: me.name })}</h1>
        <p className="muted">{t("home.where")}</p>
      </header>
      <Waits />
      <Tiles title={t("shell.favourites")} places={favourites} />
      <Tiles title={t("shell.recent")} places={recent.slice(0, 8)} />
      {menus.map((menu) => (
        <Tiles key={menu.name} title={menu.title} places={placesOf([menu])} />
      ))}
    </div>
  );
}

let wentHome = false;

/** The first page of the day is the one that the user chose for it; the mark at the top still leads here. */
function useOwnHome(page: string | null): void {
  const navigate = useNavigate();
  const first = useRef(!wentHome);
  useEffect(() => {
    wentHome = true;
    if (page && page !== "/" && first.current) void navigate({ to: page, replace: true });
    first.current = false;
  }, [page, navigate]);
}

function Tiles({ title, places }: { readonly title: string; readonly places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <div className="tiles">
        {places.map((place) => (
          <Link key={`${place.under}${place.key}`} {...linkTo(place)} className="tile">
            <span className="tile-icon">
              <Glyph name={place.icon} />
            </span>
            <span className="grow">
              <span className="ellipsis tile-title">{place.title}</span>
              {place.under?.includes("›") && <small className="muted ellipsis">{place.under.split(" › ").slice(1).join(" › ")}</small>}
            </span>
          </Link>
        ))}
      </div>
    </section>
  );
}
