import type { ReactElement } from "react";
import { Link, Route, Routes } from "react-router";
import type { ProgramState } from "../../shared/api/api.ts";
import { CompaniesPage } from "../companies/CompaniesPage.tsx";
import { ImportPage } from "../importing/ImportPage.tsx";
import { LedgerPage } from "../ledgers/LedgerPage.tsx";
import { MetricsPage } from "../metrics/MetricsPage.tsx";
import { DataPage } from "../program/DataPage.tsx";
import { HelpPage } from "../program/HelpPage.tsx";
import { HomePage } from "../program/HomePage.tsx";
import { SettingsPage } from "../program/SettingsPage.tsx";
import { ReportPage } from "../reports/ReportPage.tsx";
import "./frame.css";
import { Navigation } from "./Navigation.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { YearPicker } from "./YearPicker.tsx";

export function Frame({ state }: { state: ProgramState }): ReactElement {
  return (
    <div className="frame">
      <header className="frame-top">
        <div className="frame-brand">
          科绩<small>{state.district?.office ?? ""}</small>
        </div>
        <YearPicker years={state.years} />
        <SearchBox />
        <div className="frame-right">
          <Link to="/settings">操作人 {state.operator}</Link>
          <Link to="/data">{state.lastBackupAt === null ? "尚未备份" : `备份 ${state.lastBackupAt.slice(0, 10)}`}</Link>
        </div>
      </header>
      <Navigation counts={state.counts} />
      <main className="frame-main">
        <Routes>
          <Route path="/" element={<HomePage state={state} />} />
          <Route path="/import/*" element={<ImportPage />} />
          <Route path="/companies" element={<CompaniesPage />} />
          <Route path="/metrics" element={<MetricsPage />} />
          <Route path="/metrics/:name" element={<MetricsPage />} />
          <Route path="/report" element={<ReportPage />} />
          <Route path="/ledger/:ledger" element={<LedgerPage />} />
          <Route path="/ledger/:ledger/:id" element={<LedgerPage />} />
          <Route path="/data" element={<DataPage state={state} />} />
          <Route path="/settings" element={<SettingsPage state={state} />} />
          <Route path="/help" element={<HelpPage />} />
          <Route path="*" element={<div className="blank-state">没有这个页面。请从左边另选一处。</div>} />
        </Routes>
      </main>
      <StatusLine state={state} />
    </div>
  );
}
