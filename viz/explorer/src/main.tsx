import { createRoot } from "react-dom/client";
import { watchVersion } from "./api/dataset";
import { App } from "./app/App";
import { followAddress } from "./state/browser";
import "./style.css";

const root = document.getElementById("explorer");
if (root) {
  followAddress(document.documentElement.lang.startsWith("zh") ? "zh" : "en");
  watchVersion();
  createRoot(root).render(<App />);
}
