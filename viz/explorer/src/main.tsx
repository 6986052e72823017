import { createRoot } from "react-dom/client";
import { watchVersion } from "./api/dataset";
import { App } from "./app/App";
import { fetchAhead } from "./app/views";
import { followAddress } from "./state/browser";
import { useExplorer } from "./state/store";
import "./style.css";

const root = document.getElementById("explorer");
if (root) {
  followAddress(document.documentElement.lang.startsWith("zh") ? "zh" : "en");
  fetchAhead(useExplorer.getState().shown);
  watchVersion();
  createRoot(root).render(<App />);
}
