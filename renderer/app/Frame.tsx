import type { ReactElement } from "react";
import { NavLink, Route, Routes } from "react-router";
import type { ProgramState } from "../../shared/api/api.ts";
import { ImportPage } from "../importing/ImportPage.tsx";
import { LedgerPage } from "../ledgers/LedgerPage.tsx";
import { MetricsPage } from "../metrics/MetricsPage.tsx";
import { DataPage } from "../program/DataPage.tsx";
import { HelpPage } from "../program/HelpPage.tsx";
import { HomePage } from "../program/HomePage.tsx";
import { SettingsPage } from "../program/SettingsPage.tsx";
import { ReportPage } from "../reports/ReportPage.tsx";
import "./frame.css";
import { navigation } from "./navigation.ts";
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
          <span>操作人 {state.operator}</span>
          <span>{state.lastBackupAt === null ? "尚未备份" : `备份 ${state.lastBackupAt.slice(0, 10)}`}</span>
        </div>
      </header>
      <nav className="frame-nav" aria-label="主导航">
        {navigation.map((group) => (
          <div key={group.label ?? "work"}>
            {group.label === null ? null : <h6>{group.label}</h6>}
            {group.items.map(({ to, label, ledger }) => (
              <NavLink key={to} to={to} end={to === "/"} className={({ isActive }) => (isActive ? "on" : "")}>
                {label}
                {ledger === undefined ? null : <i>{state.counts[ledger] ?? 0}</i>}
              </NavLink>
            ))}
          </div>
        ))}
      </nav>
      <main className="frame-main">
        <Routes>
          <Route path="/" element={<HomePage state={state} />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="/metrics" element={<MetricsPage />} />
          <Route path="/metrics/:name" element={<MetricsPage />} />
          <Route path="/report" element={<ReportPage />} />
          <Route path="/ledger/:ledger" element={<LedgerPage />} />
          <Route path="/ledger/:ledger/:id" element={<LedgerPage />} />
          <Route path="/data" element={<DataPage state={state} />} />
          <Route path="/settings" element={<SettingsPage state={state} />} />
          <Route path="/help" element={<HelpPage />} />
        </Routes>
      </main>
      <StatusLine state={state} />
    </div>
  );
}
