import type { ReactElement } from "react";
import type { ProgramState } from "../../shared/api/api.ts";
import { Page } from "../ui/Page.tsx";
import { DataFolder } from "./DataFolder.tsx";
import { ExtraFields } from "./ExtraFields.tsx";
import { Operator } from "./Operator.tsx";
import { Terms } from "./Terms.tsx";
import { Words } from "./Words.tsx";

/** Who works here, where the data lie, the bureau's own terms, and its extra fields. */
export function SettingsPage({ state }: { state: ProgramState }): ReactElement {
  return (
    <Page title="设置">
      <div className="settings">
        <div className="settings-column">
          <Operator state={state} />
          <DataFolder state={state} />
          <ExtraFields />
          <Words />
        </div>
        <Terms />
      </div>
    </Page>
  );
}
