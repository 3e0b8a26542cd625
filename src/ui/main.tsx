/** Where the page begins: starts the engine in its worker, then shows the app; or says why it cannot. */
import { render } from "solid-js/web";
import "./styles/index.css";
import { AppRoot } from "./app-root.tsx";
import { startEngine } from "./engine-worker.ts";
import { watchForToken } from "./hub-token.ts";

watchForToken();
const place = document.getElementById("app") ?? document.body;
const leaveTo = (page: string): void => {
  location.replace(page);
};
render(() => <AppRoot start={startEngine} leaveTo={leaveTo} />, place);
