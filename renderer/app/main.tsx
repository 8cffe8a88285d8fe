import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { createRoot } from "react-dom/client";
import "./styleNonce.ts";
import "./ariaWords.ts";
import "./strayFiles.ts";
import "../ui/tokens.css";
import { App } from "./App.tsx";

// Names of months and days in the calendar.
dayjs.locale("zh-cn");

const root = document.getElementById("root");
if (root === null) throw new Error("no root element");
createRoot(root).render(<App />);
