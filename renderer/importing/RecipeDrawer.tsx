import { Button, Drawer, Input, Popconfirm } from "antd";
import { type ReactElement, useRef, useState } from "react";
import type { Recipe } from "../../shared/api/api.ts";
import { findLedger } from "../../shared/ledgers/index.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useAttempt } from "../ui/useAttempt.ts";

const day = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short" });

/** 表样方案: layouts that were confirmed, to be renamed, dropped, handed on to another bureau and taken in from one. */
export function RecipeDrawer({ onClose }: { onClose: () => void }): ReactElement {
  const recipes = useQuery("importing", "recipes", {});
  const { busy, attempt, done } = useAttempt<"export" | "import" | "change">();
  const file = useRef<HTMLInputElement>(null);
  const show = (list: Recipe[]): void => {
    queryClient.setQueryData(["importing", "recipes", {}], list);
  };
  const take = (chosen: File): Promise<void> =>
    attempt("import", async () => {
      const { ticket } = await bridge.upload(chosen);
      show(await ask("importing", "importRecipes", { ticket }));
      done("已收入表样方案");
    });
  const hand = (): Promise<void> =>
    attempt("export", async () => {
      const { ticket, name } = await ask("importing", "exportRecipes", {});
      if (await bridge.save(ticket, name)) done(`已导出“${name}”`);
    });
  const list = recipes.data ?? [];
  return (
    <Drawer
      open
      title={`表样方案 ${list.length}`}
      size={560}
      onClose={onClose}
      extra={
        <span className="batch-actions">
          <input
            ref={file}
            type="file"
            hidden
            accept=".json"
            aria-label="表样方案文件"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) void take(chosen);
              event.target.value = "";
            }}
          />
          <Button size="small" loading={busy === "import"} onClick={() => file.current?.click()}>
            收入
          </Button>
          <Button size="small" loading={busy === "export"} disabled={list.length === 0} onClick={() => void hand()}>
            导出
          </Button>
        </span>
      }
    >
      <p className="quiet recipe-hint">
        确认导入一次，这种版式就记在这里；下次同样的表直接按记住的对应办理，只问不同之处。
      </p>
      <Trouble error={recipes.error} />
      {list.length === 0 ? <div className="blank-state">还没有表样方案。确认导入第一份表后就有了。</div> : null}
      {list.map((recipe) => (
        <RecipeLine
          key={`${recipe.id}-${recipe.name}`}
          recipe={recipe}
          onName={(name) =>
            attempt("change", async () =>
              show(await ask("importing", "saveRecipe", { id: recipe.id, name, corrections: recipe.corrections })),
            )
          }
          onRemove={() =>
            attempt("change", async () => show(await ask("importing", "removeRecipe", { id: recipe.id })))
          }
        />
      ))}
    </Drawer>
  );
}

function RecipeLine({
  recipe,
  onName,
  onRemove,
}: {
  recipe: Recipe;
  onName: (name: string) => Promise<void>;
  onRemove: () => Promise<void>;
}): ReactElement {
  const [name, setName] = useState(recipe.name);
  const headings = recipe.headings.filter((heading) => heading !== "");
  const rename = (): void => {
    if (name.trim() !== "" && name.trim() !== recipe.name) void onName(name.trim());
    else setName(recipe.name);
  };
  return (
    <section className="recipe-line" aria-label={recipe.name}>
      <div>
        <Input
          size="small"
          variant="filled"
          aria-label="方案名称"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onPressEnter={rename}
        />
        <Popconfirm
          title="删除这个表样方案？"
          description="已导入的数据不受影响；下次遇到这种表会重新识别。"
          okText="删除"
          cancelText="不删除"
          placement="left"
          onConfirm={onRemove}
        >
          <Button size="small">删除</Button>
        </Popconfirm>
      </div>
      <p className="quiet" title={headings.join("、")}>
        {recipe.ledger === "" ? "不导入" : findLedger(recipe.ledger)?.title} · 用过 {recipe.uses} 次 · 最近{" "}
        {day.format(new Date(recipe.usedAt))} · {headings.length} 列：{headings.join("、")}
      </p>
    </section>
  );
}
