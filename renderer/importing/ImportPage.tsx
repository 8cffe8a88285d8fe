import type { ReactElement } from "react";
import { Route, Routes } from "react-router";
import { FileStep } from "./FileStep.tsx";
import "./import.css";
import { Wizard } from "./Wizard.tsx";

/** 导入: the files and batches, and for each batch the steps up to its end, each with an address of its own. */
export function ImportPage(): ReactElement {
  return (
    <Routes>
      <Route path="/" element={<FileStep />} />
      <Route path="/:batch/:step" element={<Wizard />} />
    </Routes>
  );
}
