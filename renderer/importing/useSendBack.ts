import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useAttempt } from "../ui/useAttempt.ts";

/** 退回企业: the original with the errors as comments on its cells. */
export function useSendBack(batch: number): () => void {
  const { attempt, done } = useAttempt<"send">();
  return () =>
    void attempt("send", async () => {
      const { ticket, name } = await ask("importing", "errorWorkbook", { batch });
      if (await bridge.save(ticket, name)) done(`已存为“${name}”，可以发回给报送单位`);
    });
}
