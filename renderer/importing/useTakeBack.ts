import { App } from "antd";
import { ask } from "../api/client.ts";
import { refreshBatches } from "./oneByOne.ts";

/** 撤销本批, and what was spared because it had changed since. */
export function useTakeBack(): (batch: number) => Promise<void> {
  const { message } = App.useApp();
  return async (batch) => {
    try {
      const { undone, kept } = await ask("importing", "takeBack", { batch });
      refreshBatches();
      const spared = kept.length === 0 ? "" : `，${kept.length} 处后来改过的没有动`;
      void message.success(`已撤销第 ${batch} 批：${undone} 条退回到导入之前${spared}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };
}
