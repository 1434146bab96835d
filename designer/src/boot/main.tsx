import "./start.ts";
import "@fontsource-variable/inter/wght.css";
import "../render/style/tokens.css";
import "../render/style/base.css";
import "../render/style/values.css";
import { createRoot } from "react-dom/client";
import { App } from "../workspace/App.tsx";
import { applyLook, storedLook } from "../render/control/look.ts";

await applyLook(storedLook());
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
