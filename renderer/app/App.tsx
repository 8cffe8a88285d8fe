import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import type { ReactElement } from "react";
import { createHashRouter, RouterProvider } from "react-router";
import { queryClient } from "../api/queryClient.ts";
import { ScopeProvider } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { FirstStart } from "../program/FirstStart.tsx";
import { theme } from "../ui/theme.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Frame } from "./Frame.tsx";
import { nonce } from "./styleNonce.ts";

// A router of this kind can hold a step back while a form has unsaved changes.
const router = createHashRouter([{ path: "*", element: <Start /> }]);

export function App(): ReactElement {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="app-root">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

/** First start where there are no data yet, else the frame. */
function Start(): ReactElement | null {
  const state = useQuery("program", "state", {});
  if (state.error !== null) return <Trouble error={state.error} />;
  if (state.data === undefined) return null;
  if (state.data.district === null) return <FirstStart state={state.data} onDone={() => void state.refetch()} />;
  return (
    <ScopeProvider key={state.data.folder} folder={state.data.folder} year={state.data.district.year}>
      <Frame state={state.data} />
    </ScopeProvider>
  );
}
